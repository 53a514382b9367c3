<%inherit file="/_shared/wharf_base.html.mako"/>
<%page expression_filter="h"/>
<%!
    def aud(x):
        return "{:,.2f}".format(x)
%>
<%def name="subject()">Berth ${berth}: ${"$%.2f" % fee} open</%def>
<%def name="extra_rows(items)">
  % for i, x in enumerate(items, 1):
  <tr><td>${i}.</td><td>${x.n}</td><td>$${aud(x.a)}</td></tr>
  % endfor
</%def>
<!-- <%text>merge tags look like ${this}, ask Deb</%text> -->
<h2>Ahoy ${skipper.first}</h2>
<p>The fee for berth ${berth}, $${aud(fee)}, was due ${since.strftime('%d/%m/%Y')}.
Transfer it with reference ${ref} to BSB 000-777, account 4410&nbsp;22.</p>
% if extras:
<table>${extra_rows(extras) | n}</table>
% endif
% if business:
<p>Thank you for trading on our wharf. Remittance slips can go to berths@wharfside.example.</p>
% else:
<p>It saddens all of us on the pontoon to write this. Come Monday the harbour master will have your mooring lines removed.</p>
% endif
<%block name="footer"><p>Wharfside Moorings${", ask for Deb in the berth office, 02 5550 0111" if business else ""}</p></%block>
