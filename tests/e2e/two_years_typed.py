"""What is typed in two years: the first two months day by day, then a year, then the next."""

from __future__ import annotations

FORM = """\
## Agenda
- [x] a1 How small is a small team?
  Six, and one of them new
- [x] a2 Handovers
- [ ] a3 The reorganisation
- [ ] Ask after her move
## Notes
She draws the team first, then the plan.

[sic] no slides
## Advice
- Draw the team before the plan
## Promises
- me: send the team sketch by 10 Sep
- them: share the handover list @ 8 Sep
## Exchange
- got: introduction to Lena Vogt (runs the Porto stores)
- gave: two names for her search
"""

ANSWERS = """\
{"advisors": {
  "ana": {"value": 4, "chemistry": 5, "trust": 5, "fits_next": true, "note": "Says it as it is",
          "decision": "keep"},
  "dana": {"value": 2, "chemistry": 3, "trust": 4, "fits_next": false, "decision": "keep"},
  "marcus": {"value": 5, "chemistry": 4, "trust": 4, "fits_next": true, "note": "Budget round",
             "decision": "keep"},
  "priya": {"value": 3, "trust": 5, "decision": "adjust", "window": "6-8w"},
  "tom": {"value": 3, "chemistry": 3, "trust": 3, "fits_next": true, "decision": "keep"}},
 "board": {"note": "nice: knows logistics"}}
"""
PIPED = {"FORM": FORM, "ANSWERS": ANSWERS}

# What is typed each day after the due list; what follows `<` is piped in.
TYPED = r"""
09-01 advisor add Marcus Ojo --seat Finance --since 2026-06-01 --last-met 2026-08-10 \
  --their-goals 'A second board seat'
09-01 advisor add Ana Lima --seat Truth-teller --since 2026-06-02 --last-met 2026-07-28 --way walk
09-01 advisor add Tom Berg --seat Retail --since 2026-06-03 --last-met 2026-08-20 \
  --window 6-8w --way lunch
09-01 advisor add Priya Nair --seat Engineering --since 2026-06-04 --last-met 2026-07-14 --way video
09-01 advisor add Dana Reyes --seat 'Outside view' --since 2026-08-25
09-01 plan priya thu 17:00
09-01 plan ana next tue 15:30 --place 'Parque da Cidade'
09-02 agenda add priya - < How small is a small team?\nHandovers\nThe reorganisation\n
09-03 prep priya
09-03 log priya - < FORM
09-04 done p4 --note 'A card'
09-07 agenda add ana Is the new opening better?
09-08 log ana Answer first, then explain --covered all \
  --advice 'Answer first, then explain' --i-owe 'send the new opening by 15 Sep' \
  --they-owe 'introduce me to her editor @ 20 Sep'
09-09 done p1 p2 p3 p7
09-11 plan marcus 18 Sep 12:30 --way lunch
09-16 done p8 --note 'Lena says yes to a visit'
09-17 done p5 --note 'Late, sorry'
09-18 meeting move m7 next fri
09-21 snooze p6 --until '28 Sep' --why 'She is travelling'
09-22 log dana First talk. She asks for numbers. --gave 'notes on the new analytics stack'
09-24 advice outcome v1 worked The sketch settled it
09-25 log marcus Budget round is where it happens \
  --advice 'Ask to shadow the budget round' --got 'intro to Noor Haddad, Harbour Logistics'
09-28 done p6 p9 p11
09-29 advice outcome v2 trying
09-30 advisor pause priya --until 2026-10-26 --note 'Parental leave'
10-02 snooze tom --until '12 Oct' --why 'Stocktaking'
10-06 plan ana next tue 16:00
10-08 done p10 --note 'We had lunch'
10-09 plan tom 14 Oct 12:30
10-12 advice outcome v2 did_not_work Too blunt for the board
10-13 prep ana
10-13 log ana - --private < Nothing changed at work; she listened.
10-14 advice reported v2 --on yesterday
10-15 meeting missed m10
10-15 plan tom 21 Oct 12:30
10-14 promise edit p12 --by '29 Oct'
10-21 log tom 'Margins per metre' --they-owe 'show me the new store by 30 Oct' \
  --i-owe 'feedback on the pilot @ 28 Oct'
10-22 log ana Wrong person
10-22 undo
10-23 plan dana 30 Oct
10-26 advisor resume priya
10-26 plan priya 30 Oct 17:00
10-27 plan marcus thu 08:30
10-29 log marcus He wants a second board seat --gave 'introduction to Ines Duarte'
10-29 done p12 p13 p16 p17
10-30 log dana Numbers, again --covered none
10-30 log priya Back, and rested --covered all
10-30 advice reported v1
10-30 done p14 p18 p19 --note Done
10-31 board
10-31 promise list --all
10-31 advice list --all
10-31 search HANDOVER
"""
# What is typed later; `review` is answered on a terminal.
AFTERWARDS = r"""
2026-11-16 log ana Cut the middle of the talk --advice 'Cut the middle' \
  --gave 'a name at the museum'
2026-11-17 done p20 p15
2026-12-02 goal add Run a P&L --near --target 2027-09-30 --helps marcus --helps tom
2026-12-02 goal step add g1 Shadow the budget round --by 2027-02-15
2026-12-02 goal add Speak at the retail summit --long --helps ana
2026-12-05 log tom The new store, in person
2026-12-05 review --facts --advisor tom
2026-12-07 review --answers - < ANSWERS
2026-12-07 done p21
2026-12-07 review --list
2026-12-21 log marcus Numbers first, then the story --advice 'Ask for the Porto store'
2027-01-20 done p22
2027-01-20 log priya Handovers work now
2027-02-10 done p23
2027-02-10 log tom Margins, again --got 'feedback on the plan'
2027-02-15 done p24
2027-02-15 done s1 --note 'They let me speak'
2027-03-01 advisor pause dana --until 2027-04-20
2027-03-15 log marcus He backs the plan
2027-04-20 done p25
2027-04-20 advisor resume dana
2027-05-24 log ana The summit wants a draft --advice 'Tell it to a child first'
2027-06-08 done p26
2027-06-08 snooze review --until 2027-09-01 --why 'The summit first'
2027-06-15 advice outcome v5 worked The Porto store is mine
2027-06-15 advice reported v5
2027-08-30 done g1 --note 'From September on'
2027-09-20 log dana She asks for numbers still
2027-10-04 done p27
2027-10-04 review
2027-10-05 advisor pause tom --note 'A sabbatical'
2027-10-06 advisor add Ines Duarte --seat Speaking --since 2027-10-01 --last-met 2027-10-01
2027-10-18 review
2027-10-18 review --list
2027-10-18 undo
2027-10-18 redo
2027-10-19 board
2027-10-19 advisor show dana
2027-10-19 review --md
"""
NEXT_YEAR = r"""
2027-11-02 advisor part tom --by them --yes --note 'Moving to Oslo'
2027-11-02 advisor add Noor Haddad --prospect --title COO --org 'Harbour Logistics' \
  --email noor@harbour.example --how-met 'Marcus introduced us'
2027-11-02 criterion add 'Has an hour a month' --must
2027-11-02 prep noor
2027-11-03 letter ask noor
2027-11-03 letter ask noor --sent
2027-11-18 advisor seat noor --seat Logistics
2027-11-18 agreement set noor --hopes 'Run a region' --focus logistics --until 2028-05-31 \
  --programme 'Harbour mentors' --outcome 'A region of my own'
2027-11-18 advisor edit noor --kind formal --usual 'thu 16:00' --timezone America/New_York \
  --way video --link https://meet.example/noor
2027-11-18 advisor show marcus
2027-11-18 plan noor next
2027-11-18 occasion add ana Birthday --on 1984-02-29 --yearly
2027-11-19 mentee add Lea Brandt --their-goals 'Lead a team' --last-met 2027-11-19
2027-11-19 agenda add lea How do I say no?
2027-11-19 goal add Run a region --near --target 2028-09-30 --measure 'Three stores report to me' \
  --helps noor
2027-11-25 prep noor
2027-11-25 log noor She draws the map first --advice 'Spend a week on the road'
2027-12-03 plan lea fri 12:00
2027-12-03 log lea She said it, and they laughed --covered all --advice 'Say what you do instead'
2027-12-10 letter thanks noor
2027-12-10 letter thanks noor --sent
2027-12-10 done p28 p29
2027-12-20 advice outcome v7 worked The drivers knew
2027-12-21 letter news noor
2027-12-21 letter news noor --sent
2028-01-10 plan --all --yes
2028-02-24 log noor The region is open
2028-02-24 plan noor 2028-03-16 16:00
2028-02-24 plan noor 2028-03-30 16:00
2028-02-28 log ana Enough slides
2028-02-29 done o1 --note 'She had cake'
2028-03-16 prep noor
2028-03-16 log noor On the road together
2028-03-30 prep noor
2028-03-30 log noor Ask for the region
2028-05-02 log lea A team of four
2028-05-10 log marcus He would back it
2028-05-31 agreement show noor
2028-05-31 letter renew noor
2028-06-01 agreement set noor --until 2029-05-31
2028-07-03 review
2028-08-20 done g3 --note 'Three stores since Monday'
2028-08-30 board
2028-08-30 advisor show noor
2028-08-30 board --as-of 2027-12-01
2028-08-30 mentee list
2028-08-30 doctor
"""


def _rated(*answers: str) -> tuple[tuple[str, str], ...]:
    """The questions about an advisor, in their order, with the answers."""
    questions = ("Value", "Chemistry", "Trust", "Fits", "A note?", "Decision")
    return tuple(zip(questions, answers, strict=False))


SITTINGS = {
    "2027-10-04": (
        *_rated("4", "5", "5", "y", "Still does", "keep"),
        *_rated("2", "2", "4", "n", "", "part"),
        ("Value", "5"),
        ("Chemistry", "q"),
    ),
    "2027-10-18": (
        *_rated("3", "", "5", "y", "", "k"),
        *zip(
            ("Chemistry", "Trust", "Fits", "A note?", "Decision", "The new window"),
            ("4", "5", "y", "", "adjust", "8-10w"),
            strict=True,
        ),
        *_rated("4", "4", "", "y", "Early yet", "keep"),
        ("What do you need now?", "a seat at the table"),
        ("What do you seek in your advisors?", "candour"),
        ("What do you bring them?", "the numbers of the north"),
        ("What to look for next?", "has sat on a board"),
        ("A criterion", "must"),
        ("What to look for next?", ""),
        ("Complete the review?", "y"),
    ),
    "2028-07-03": (
        *_rated("4", "4", "5", "y", "Still the truth", "keep"),
        *_rated("3", "3", "4", "y", "", "keep"),
        ("A note?", "She asks before she answers"),
        ("Decision", "keep"),
        *_rated("5", "4", "5", "y", "", "keep"),
        *_rated("5", "5", "5", "y")[:4],
        ("The outcome: met", "y"),
        ("A note?", "The region is mine"),
        ("Decision", "keep"),
        *_rated("4", "4", "4", "y", "", "keep"),
        ("What do you need now?", "somebody who has sold a company"),
        ("What do you seek", "b"),
        ("What do you need now?", "somebody who has bought a company"),
        ("What do you seek", ""),
        ("What do you bring", "three stores and their numbers"),
        ("What to look for next?", ""),
        ("Complete the review?", "y"),
    ),
}
