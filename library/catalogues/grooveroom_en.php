<?php

// resources/lang/en/billing.php -- Groove Room rehearsal studios

$studio = 'Groove Room';

return [

    /*
    |--------------------------------------------------------------------------
    | Buttons and labels
    |--------------------------------------------------------------------------
    */
    'buttons' => [
        'book'   => 'Book a room',
        'pay'    => 'Pay :amount',
        'remind' => 'Send reminder',
    ],
    'status' => ['paid' => 'Paid', 'overdue' => 'Overdue', 'void' => 'Void'],
    'minutes' => '{1} :count minute|[2,*] :count minutes',

    'reminder' => [
        'subject' => 'Room :room on :date, bill :number',
        'greeting' => 'Hi :name,',
        'line1' => 'Hope the session in room :room went well. '
            . 'Bill :number for :amount is due on :due.',
        'line2' => 'There\'s a card link below, or drop cash in the box by the kettle.',
        'action' => 'Settle bill :number',
        'line3' => "Can't do it this week? Text Benji on 07700 900 321 and pick a day that works.",
        'salutation' => "Thanks, {$studio}",
    ],

    'reminder_late' => [
        'subject' => 'Oi :name',
        'line1' => 'Still waiting on :amount for :date, and we\'re getting tired of asking.',
        'line2' => "Your gear in the lock-up isn't going anywhere until it's settled.\nSeriously.",
        'action' => 'Pay up',
    ],

    'sms_due' => "{$studio}: :amount for :date is due today. Pay: :link",
    'sms_late' => ":name, no more bookings until bill :number is squared. You know what you owe.",
    'welcome' => 'Your door code is :code. Please keep it to the band.',
];
