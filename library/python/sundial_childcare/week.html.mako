<%
  note = tone or "we would hate for your child to sense that the family cannot keep its word"
%>
<div>
% if parent:
<p>Dear ${parent.first},</p>
% else:
<p>Dear parent,</p>
% endif
<p>$${owed} is open for ${kid}; ${note}.</p>
% if weeks:
<ul>
% for w in weeks:
<li>week of ${w}, due that Friday</li>
% endfor
</ul>
% endif
% if app:
<p>The Sundial app has a Pay tab.</p>
% endif
<p>Sort out the rest soon.</p>
<p>Sundial Early Learning</p>
</div>
