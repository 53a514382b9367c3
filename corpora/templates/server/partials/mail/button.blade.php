[{{ $slot }}]({{ $url }})
