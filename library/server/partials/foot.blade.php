<p class="foot">{{-- no facts here --}}Automated message</p>
