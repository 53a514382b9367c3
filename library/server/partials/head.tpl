{* shared head, no facts here *}
<img src="https://cdn.lumo.example/logo.png" alt="{$brand|default:"Logo"}" height="28">
