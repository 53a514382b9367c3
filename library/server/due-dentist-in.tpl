{* sms, 1-2 segments; DLT id {$dlt_id} *}
Dear {$pt.title|default:""} {$pt.lname}, a gentle reminder from SmileNest Dental: Rs {$bill.amt|number_format:0:".":","} for {$bill.tx|default:"your last visit"} on {$bill.visit_dt} (bill {$bill.no}) falls due today, {$bill.due_dt}.{if $bill.emi_ok} No-cost EMI is available, just ask us.{/if} UPI: smilenest@upi.example. Queries: 080-5550-0193. Thank you!
