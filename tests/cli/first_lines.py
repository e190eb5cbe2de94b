"""What newcomers type first on the demonstration board, right and wrong."""

from __future__ import annotations

RIGHT = """
due --help
-h
--version
help
help log
help dates
help all
due
board
agenda
meeting
promise
goal
advisor
config
prep marcus
prep Marcus Ojo
plan ana next tue 15:30
log ana "Said yes"
agenda add marcus "How do I get there?"
promise add ana send the deck by fri
give ana a book
goal add Lead a region
done p1
snooze marcus --until 3w
search deck
history
review --facts
demo
agenda list marcus --all
""".strip().splitlines()

WRONG = """
add → advisor add NAME
add marcus → advisor add marcus
add Marcus Ojo → advisor add Marcus Ojo
add "Lena Vogt" --seat Finance → advisor add 'Lena Vogt' --seat Finance
add goal "Run a P&L" → goal add 'Run a P&L'
add meeting ana tue → plan ana tue
add promise ana "send the deck" → promise add ana 'send the deck'
add agenda marcus "How?" → agenda add marcus 'How?'
new advisor Bo Lund → advisor add Bo Lund
create goal Lead a region → goal add Lead a region
list → advisor list
list goals → goal list
list meetings → meeting list
ls → advisor list
ls promises → promise list
show → board
show marcus → advisor show marcus
show m1 → meeting show m1
show g1 → goal show g1
show p1 → promise list
show board → board
view ana → advisor show ana
open ana → advisor show ana
edit marcus → advisor edit marcus
edit p1 --by fri → promise edit p1 --by fri
edit marcus --seat Law → advisor edit marcus --seat Law
rename marcus → advisor edit marcus
move m1 fri → meeting move m1 fri
move marcus next fri → meeting move marcus next fri
reschedule ana fri → meeting move ana fri
postpone m9 fri → meeting move m9 fri
cancel ana → meeting cancel ana
cancel m9 → meeting cancel m9
missed tom → meeting missed tom
rm marcus → advisor rm marcus
rm p1 → promise rm p1
remove tom → advisor rm tom
delete a1 → agenda rm a1
delete goal g1 → goal rm g1
drop p1 → promise drop p1
drop tom → advisor part tom
met marcus → log marcus
met marcus yesterday → log marcus --on yesterday
met with ana last fri → log ana --on 'last fri'
saw ana → log ana
talked to tom → log tom
had → log WHO
meet ana tue → plan ana tue
meet with ana next tue 15:30 → plan ana next tue 15:30
book ana fri 9:00 → plan ana fri 9:00
schedule marcus next tue → plan marcus next tue
coffee marcus → plan marcus WHEN
call tom fri → plan tom fri
note ana "She said yes" → advisor edit ana --notes 'She said yes' or boardroom log ana 'She said yes'
note tom likes sailing → advisor edit tom --notes 'likes sailing' or boardroom log tom likes sailing
note m1 "She said yes" → log marcus 'She said yes' --meeting m1
meeting notes m1 → meeting edit m1
note p1 Later → promise edit p1
advisor note tom likes tea → advisor edit tom --notes 'likes tea' or boardroom log tom likes tea
notes ana → log ana
ask noor → advisor ask noor
ask marcus "How do I get there?" → agenda add marcus 'How do I get there?'
invite noor → advisor ask noor
invite "Zoe Poe" → advisor add 'Zoe Poe' --prospect
invite Zoe Poe to my board → advisor add Zoe Poe --prospect
ask zoe poe → advisor add zoe poe --prospect
accept "Zoe Poe" → advisor add 'Zoe Poe'
advisor invite noor → advisor ask noor
advisor accept marcus → advisor seat marcus
accept noor → advisor seat noor
advisor answer noor → advisor seat noor or boardroom advisor decline noor
advisor answer noor yes → advisor seat noor
answer noor no → advisor decline noor
reject noor → advisor decline noor
advisor hire noor → advisor seat noor
promise fulfil p1 → done p1
agenda ask ana "How?" → agenda add ana 'How?'
agenda cover a1 → done a1
criterion drop c1 → criterion rm c1
goal progress g1 → goal show g1
letter send ana → letter agenda ana
letter remind ana → letter nudge ana
occasion ask o1 → done o1
calendar show → meeting list
answer → advisor seat WHO or boardroom advisor decline WHO
decide → review --advisor WHO
advisor thank ana → letter thanks ana
advisor decision ana keep → review --advisor ana
decide ana → review --advisor ana
advisor end tom → advisor part tom
criterion rate ana → advisor rate ana cID yes
promise break p6 → promise drop p6
break p6 → promise drop p6
promise forgive p1 → promise drop p1
forgive p1 → promise drop p1
promise extend p1 fri → promise edit p1 --by DATE
goal extend g1 → goal edit g1 --target DATE
agreement renew ana → letter renew ana or boardroom agreement set ana --until DATE
agreement extend ana → letter renew ana or boardroom agreement set ana --until DATE
agreement end ana → agreement set ana --until today or boardroom advisor part ana
agreement close ana → agreement set ana --until today or boardroom advisor part ana
extend ana → agreement set ana --until DATE
occasion celebrate o1 → done o1
letter write ana → letter agenda ana
goal Renew my licence → goal add Renew my licence
goal Plan a launch → goal add Plan a launch
goal Help with hiring → goal add Help with hiring
today → due
now → due
next → due
overdue → due --severity overdue
status → board
status marcus → advisor show marcus
stats → board
summary → board
people → advisor list
advisors → advisor list
contacts → advisor list
mentors add "Bo Lund" → advisor add 'Bo Lund'
mentee zoe → mentee add zoe
mentee ana → advisor show ana
mentee edit ana → advisor edit ana
mentee part ana → advisor part ana
mentees → mentee list
mentees add "Bo Lund" → mentee add 'Bo Lund'
settings → config list
set window 6w → config set window 6w
get window → config get window
config window → config get window
config window 6w → config set window 6w
config show window → config get window
config unset date_order → config set date_order unset
config reset window → config set window 4-6w
setup → init
start → init
find deck → search deck
grep deck → search deck
remind me to send the deck → promise add WHO TEXT --by DATE
thanks → letter thanks WHO
thanks ana → letter thanks ana
thank marcus → letter thanks marcus
mail ana → letter agenda ana
email noor → letter ask noor
write to tom → letter agenda tom
mail → help letter
letter marcus → letter thanks marcus
letter marcus news → letter news marcus
letter noor ask → letter ask noor
letters ana → letter agenda ana
nudge ana → letter nudge ana
renew tom → letter renew tom
part tom → advisor part tom
intro → got WHO 'an introduction to NAME'
intro ana Kim Reyes → got ana 'an introduction to Kim Reyes'
owe ana "the deck" → promise add ana 'the deck'
owes ana "a call" → promise add ana 'a call' --theirs
promised tom "numbers" → promise add tom numbers
learned ana "Answer first" → advice add ana 'Answer first'
gave ana "a book" → give ana 'a book'
received tom feedback → got tom feedback
later marcus → snooze marcus --until DATE
hide p1 → snooze p1 --until DATE
finish g1 → done g1
complete s2 → done s2
tick a1 → done a1
pause tom → advisor pause tom
resume priya → advisor resume priya
seat noor → advisor seat noor
part tom → advisor part tom
consider ines → advisor consider ines
link g1 ana → goal link g1 ana
outcome v1 worked → advice outcome v1 worked
reported v1 → advice reported v1
version → --version
manual → help
tutorial → demo
docs → help
fix → doctor --fix
save → backup
load board.json → import board.json
dump → export
revert → undo
timeline ana → advisor show ana
recent → history
evaluate → review
marcus → advisor show marcus
marcus ojo → advisor show marcus ojo
ana log → log ana
m1 → meeting show m1
p1 → promise list
agenda marcus "How?" → agenda add marcus 'How?'
agenda marcus → agenda list marcus
agenda marcus ojo → agenda list marcus ojo
agenda a1 → agenda list
agenda show marcus → agenda list marcus
agenda new marcus "Which line?" → agenda add marcus 'Which line?'
agenda marcus add "Which line?" → agenda add marcus 'Which line?'
agenda remove a1 → agenda rm a1
agenda done a1 → done a1
goal done g1 → done g1
goal g1 → goal show g1
goal g1 done → done g1
goal delete g1 → goal rm g1
goal "Run a P&L" → goal add 'Run a P&L'
goal new Lead a region → goal add Lead a region
goal step g1 "Ask Lena" → goal step add g1 'Ask Lena'
step add g1 "Ask Lena" → goal step add g1 'Ask Lena'
promise done p7 → done p7
promise marcus "send the deck" → promise add marcus 'send the deck'
promise marcus → promise list marcus
promise p1 → promise list
promise keep p1 → done p1
agreement ana → agreement show ana
agreement edit ana → agreement set ana
agreement ana --until "1 Jun" → agreement set ana --until '1 Jun'
meeting marcus → meeting list marcus
meeting marcus fri → plan marcus fri
meeting add marcus fri → plan marcus fri
meeting plan marcus fri → plan marcus fri
meeting log ana → log ana
meeting m1 → meeting show m1
meeting delete m1 → meeting rm m1
advice ana "Answer first" → advice add ana 'Answer first'
advice worked v1 They said yes → advice outcome v1 worked They said yes
advice trying v1 → advice outcome v1 trying
advice done v1 → advice outcome v1 STATUS
exchange ana → exchange list ana
exchange add ana "a book" → give ana 'a book'
birthday ana → occasion list ana
occasion ana "board exam" → occasion add ana 'board exam' --on DATE
occasion done o1 → done o1
criterion "Runs a P&L" → criterion add 'Runs a P&L' --must
advisor marcus → advisor show marcus
advisor "Bo Lund" → advisor add 'Bo Lund'
advisor remove tom → advisor rm tom
advisor prep ana → prep ana
advisor help → help advisor
due marcus → prep marcus
board ana → advisor show ana
history ana → advisor show ana
review tom → review --advisor tom
export csv → export --to csv -o board.zip
export board.json → export --output board.json
init marcus → advisor add marcus
plann marcus tue → plan marcus tue
dou → due
Due → due
agenda lst → agenda list
log ana --promise "the deck" → log ana --i-owe 'the deck'
log ana "Good" --date yesterday → log ana Good --on yesterday
log ana --where "Blue Bottle" --note "She said yes" → log ana 'She said yes' --place 'Blue Bottle'
plan ana --when tue → plan ana tue
plan --who ana --date tue → plan ana tue
plan ana tue --where Porto → plan ana tue --place Porto
plan ana tue --at Porto → plan ana tue --place Porto
plan ana tue --at 17:00 → plan ana tue 17:00
promise add ana it --due fri → promise add ana it --by fri
goal add "X" --by fri → goal add X --target fri
agenda add --who ana --text "Why?" → agenda add ana 'Why?'
give ana "a book" --date yesterday → give ana 'a book' --on yesterday
advisor add "Bo Lund" --last-seen "1 Nov" → advisor add 'Bo Lund' --last-met '1 Nov'
advisor add "Bo Lund" --company Kite → advisor add 'Bo Lund' --org Kite
done p1 --comment ok → done p1 --note ok
snooze ana --for 3w → snooze ana --until 3w
agenda --all → agenda list --all
--within 4w → due --within 4w
due --days 3w → due --within 3w
history -n 5 → history --limit 5
log ana -m "Said yes" → log ana 'Said yes'
due --withn 3d → due --within 3d
--jsn due → --json due
export json → export --to json -o board.json
""".strip().splitlines()
"""Each line, and the command that its answer names."""

NOT_KNOWN = """
advisor remind ana
advice try v1
promise remind p1
advisor contact ana
advisor promote Zoe Poe
advisor frob marcus
mentee graduate lia
goal rate g1
goal frob g1 g2
goal assign marcus
criterion check ana
agreement frob ana
agreement sign ana
promise frob p1
promise assign deck
agenda reopen a1
advice rate v1
exchange frob ana
occasion frob o1
meeting confirm m1
""".strip().splitlines()
"""Lines whose second word is a verb, or stands where one must, and none that is known."""
