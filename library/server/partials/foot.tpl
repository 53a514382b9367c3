{* shared foot *}
<p class="foot">Sent by our billing system.</p>
