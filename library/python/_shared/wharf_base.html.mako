<html>
<head><style>h2 { color: #024 }</style></head>
<body>
${self.body()}
<%block name="footer">
<p>Wharfside Moorings, berth office 02 5550 0111</p>
</%block>
</body>
</html>
