Hello ${nm} 👋 Hope your week is going well. Your clothes are fresh and folded${":" if bags else "."}
% for b in bags:
${loop.index + 1}) ${b}
% endfor
₦${"{:,}".format(amt_due)} is pending${" on ticket " + ticket if ticket else ""}${due_dt.strftime(" since %d %B") if due_dt else ""}. We know salary week can shift, no wahala.
Pay on pickup (POS or cash), or transfer to Lekki Fresh, 1010223344.
Thank you o! Chat us here anytime.
