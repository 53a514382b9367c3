<?php
// sms_overdue.php  160 chars x 3 max
$who = isset($shipper['nm']) ? $shipper['nm'] : 'Valued Customer';
$sfx = $bal > 5000 ? 'Happy to take it in two parts.' : "Kindly clear it by $by.";
printf("%s, COD remittance bal Rs %s open against AWB %s. %s Pay %s", $who, number_format($bal), $awb, $sfx, $lnk);
