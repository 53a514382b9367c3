<!doctype html>
<html><head><title>@yield("subject")</title></head><body>
@yield("content")
</body></html>
