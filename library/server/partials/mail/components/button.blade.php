@props(['url', 'color' => 'primary'])
[{{ $slot }}]({{ $url }})
