<!doctype html>
<html><head><title>{block name=subject}{/block}</title></head><body>
{block name=body}{/block}
</body></html>
