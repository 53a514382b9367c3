<?php

declare(strict_types=1);

return [
    'crumbs' => ['home' => 'Home', 'projects' => 'Projects', 'ledger' => 'Client ledger'],
    'validation' => [
        'gstin' => 'The GSTIN must be 15 characters.',
        'required' => 'The :attribute field is required.',
    ],
    'gst_note' => 'GST @ 18% extra',

    'milestone' => [
        'subject' => 'Milestone :milestone of :project | ₹:amount',
        'body' => <<<TXT
            Hi :client,

            Milestone :milestone ("ready for review") went live on staging last week. As per our quote its fee of ₹:amount + GST falls due on :due_date.

            Bank: Mirage Web Studio, A/c 000111222333, IFSC MIRG0000001
            Tax invoice no. :invoice_no is attached.

            If the review is taking longer at your end, no worries at all; tell me what date suits and I'll re-issue it.

            Best,
            Farhan
            TXT,
    ],
    'launch_hold' => [
        'subject' => 'Launch of :project on hold',
        'body' => "Hi :client,\n\nYou keep promising and nothing comes. Unless ₹:amount (invoice :invoice_no) is credited by :due_date EOD we will take the site down and keep the domain.\n\n\"Payment done\" mails without UTR number won't be entertained.",
    ],
    'amc' => [
        'subject' => 'AMC renewal :period',
        'body' => 'Dear :client, AMC for :project lapses on :due_date. Charges are the same as last year, kindly renew via :pay_link.',
    ],
    'whatsapp' => [
        'soft' => 'Hi :client, Farhan from Mirage here. Could you check invoice :invoice_no (₹:amount, due :due_date)? UPI mirage@bank.example works too. Thanks 🙂',
        'medium' => ':client, gentle reminder for :invoice_no. Kindly release the payment on top priority, else delayed payment charges @ 2% p.m. will get added. UPI mirage@bank.example',
        'hard' => ':client, my juniors\' salaries are stuck because of you. Please do something about :invoice_no.',
    ],
];
