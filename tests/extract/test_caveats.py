"""Caveats: each kind said in many ways, and what only looks alike."""

from __future__ import annotations

from functools import cache

import pytest

from build import article
from variorum.annotate import annotate
from variorum.extract.attribution import attributions
from variorum.extract.caveats import caveats
from variorum.model import Annotated, Caveat

SAID = {
    "denied": """
        The Orvan ministry denied the report.
        The company denied any wrongdoing in the case.
        Tessa Brandl has repeatedly denied that she took the money.
        The army denied carrying out the raid on Pellmark.
        The allegations were denied by both governments.
        He pleaded not guilty to the charges.
        The mayor, who denies any involvement, left the hall.
        Denying the accusations, the Corvel party called for calm.
        The general maintained his innocence.
        The Vellish government issued a denial of the report within hours.
        The harbour board categorically denies having ordered the dredging.
        The insurer disavowed any knowledge of the deal.
        Korran rebels deny responsibility for the blast.
        Lawyers for the bank denied it.
        The club flatly denied reports that the coach had been sacked.
        It is denied by the ministry that the dam was unsafe.
    """,
    "rejected": """
        The governor ruled out any attack.
        Police have ruled out sabotage.
        The minister rejected the accusation.
        Orvan officials dismissed the report as baseless.
        The minister called the allegations a lie.
        The mayor brushed aside suggestions that he knew of the leak.
        The accusation was rejected by the Vellish army.
        The airline dismissed claims that the jet was overloaded.
        Brandl branded the story fake news.
        The embassy described the claims as absurd.
        The finance chief shrugged off rumours about his future.
        The party disputed the account given by the police.
        The commander refuted the allegation on Monday.
        The bank rejected as untrue a report that it had run out of cash.
        The spokesman poured scorn on the theory.
        The prosecutor took issue with the claim.
        The union contests the version of events given by the mine.
        Rejecting the accusations, the firm said it had obeyed the law.
        Officials waved away suggestions of a cover-up.
        The scientists cast doubt on the claim.
        The council balked at speculation that the fever came from the harbour.
        The council questioned newspaper reports that rebels had claimed the raid.
    """,
    "declined-to-comment": """
        The firm would not disclose the timeframe of the cuts.
        The company declined to comment.
        A spokeswoman would not comment on the report.
        The army refused to say whether its troops were there.
        She refused to be drawn on the question.
        The bank said it could not comment on individual clients.
        The ministry does not comment on intelligence matters.
        The police declined to give details of the arrest.
        The coach declined to elaborate.
        Asked about the raid, the general would not discuss it.
        The airline had no comment.
        The lawyer declined an interview request.
        Officials were unwilling to discuss the talks.
        The envoy declined to be interviewed for this article.
        The clinic refused to answer questions about the deaths.
        The prosecutor dodged questions about the tape.
        The White Hall, however, declined comment.
        The agency declined to confirm the arrest.
        The firm's founder chose not to comment.
        The officials declined to discuss the case or say how many had died.
        The mine has refused to speak to reporters about the collapse.
    """,
    "did-not-respond": """
        The company did not immediately respond to a request for comment.
        The ministry did not reply to emails.
        The family could not be reached.
        The firm was unavailable for comment.
        There was no immediate comment from the ministry.
        Calls to the company went unanswered.
        No one at the embassy could be reached for comment.
        The club has yet to comment.
        Neither the bank nor the regulator has commented on the letter.
        The operator did not return phone calls.
        The union has not yet responded to the allegations.
        The mayor's office made no comment.
        None of the firms responded to emails.
        The airline has been contacted for comment.
        Attempts to reach the family were unsuccessful.
        The minister was not immediately available for comment.
        The army has made no public statement about the raid.
        There has been no response from the Vellish government.
        The Herald was unable to reach the driver for comment.
        Messages left for the lawyer were not returned.
        The hospital failed to respond to repeated requests for an interview.
        The junta has remained silent on the arrests.
        The ministry did not answer questions sent by the Herald.
    """,
    "not-acknowledged": """
        Neither Orvan nor Vell has acknowledged that its troops crossed the river.
        The army has not acknowledged the losses.
        The junta has never admitted that the prison exists.
        He stopped short of acknowledging any mistake.
        The government has yet to acknowledge the attack.
        The company settled the case without admitting liability.
        Nobody has admitted carrying out the attack.
        The generals refuse to acknowledge the defeat.
        No group has claimed responsibility for the blast.
        The firm did not admit wrongdoing.
        The party refused to admit that it had lost the files.
        Vell has failed to acknowledge its role in the shelling.
        There was no acknowledgement from the army of any casualties.
        No one has yet claimed responsibility for the bombing.
        The operator did not concede that the valve had failed.
    """,
    "neither-confirmed-nor-denied": """
        The ministry has neither confirmed nor denied their presence.
        The firm would neither confirm nor deny the report.
        Neither the army nor the rebels would confirm or deny the report.
        The embassy could not confirm or deny the arrest.
        The bank refused to confirm or deny the talks.
        The palace declined to confirm or deny the rumour.
        Orvan officials have not confirmed or denied the claim.
        The club did not confirm or deny that the coach had left.
        A spokesman said he could neither confirm nor deny the account.
        The agency has neither confirmed nor denied that it hired the men.
        The navy will neither confirm nor deny the sinking.
        The governor neither confirmed nor denied the story.
    """,
    "could-not-verify": """
        The Herald has not been able to verify the video.
        The Herald could not independently verify the report.
        The claim could not be independently verified.
        It was not possible to verify the claim.
        Reporters were unable to confirm the account.
        The toll could not be confirmed.
        The Herald has not verified the footage.
    The Herald has not independently confirmed the report.
        The agency was not immediately able to authenticate the letter.
        The authenticity of the tape could not be established.
        There was no way to verify the figures.
        There is no independent confirmation of the toll.
        It is impossible to verify the numbers independently.
        Neither claim could be verified.
        The images have not been independently verified.
        The newspaper could not determine whether the photo was real.
        None of these reports could be independently confirmed.
        We cannot verify the claims of either side.
        There was no independent verification of the numbers.
        The account is difficult to verify.
    """,
    "no-evidence-given": """
        The minister did not provide evidence.
        Orvan did not offer any proof of the charge.
        The general gave no evidence for the claim.
        Her lawyer has not provided the hospital records that she says prove it.
        She has not provided as often asked bank records she claims are of the case.
        He claimed, without evidence, that the vote was rigged.
        The party alleged fraud without providing proof.
        No evidence was offered to support the claim.
        The spy agency has yet to produce evidence.
        Neither side has presented any proof.
        The commander offered no proof that the ship had been sunk.
        The ministry failed to provide evidence for its account.
        The senator, without offering evidence, blamed the dam's owner.
        The rebels have not released any evidence.
        She did not cite any evidence for the figure.
        The army said, without providing evidence, that the house was a base.
        The statement provided no evidence.
    """,
    "unconfirmed": """
        Unconfirmed reports said the bridge had fallen.
        There were unconfirmed reports of a second blast.
        Not known how many or what sort of rockets
        It is not clear what kind of shells they were.
        One theory suggests the device was left by a guard.
        The reports have not been confirmed.
        The toll has yet to be confirmed.
        A video purporting to show the blast was posted online.
        A letter purportedly written by the general was read out.
        There is speculation that the mine was flooded on purpose.
        Speculating about the cause, neighbours spoke of a gas leak.
        The ministry has not confirmed the deaths.
        It was unclear whether the pilot survived.
        It is not clear whether anyone was inside.
        It was unclear who was behind the raid.
        It is not clear what set off the blast.
        It was not immediately clear who had started the fire.
        It was unclear if anyone had been hurt.
        The cause of the crash was not immediately known.
        The reasons for the delay were not immediately clear.
        The whereabouts of the captain are unknown.
        There was no immediate word on who was responsible.
        There was no word on casualties.
        No one knows who fired the shot.
        There was no official confirmation of the arrest.
        Rumours that the king had died swept the capital.
        An unverified video showed men running from the bridge.
        The reports are unconfirmed.
        A voice purporting to be that of the rebel leader was heard.
        Neighbours speculated that the pipe had burst.
        The army has yet to confirm the capture.
        Police have not officially confirmed the identity of the man.
    """,
    "conflicting-reports": """
        Conflicting reports have emerged about the raid.
        There were conflicting accounts of the shooting.
        Officials gave contradictory statements about the toll.
        Accounts of the shooting differ.
        Witnesses gave conflicting accounts of what happened.
        Estimates of the damage vary.
        Reports about the number of dead were contradictory.
        The police and the family gave differing versions of the arrest.
        Competing accounts of the crash have emerged.
        Their versions of the crash differ.
        His account contradicts that of the pilot.
        The two sides offered different accounts of the clash.
        Inconsistent figures were given by the two ministries.
        There was conflicting information about the fate of the crew.
        The reports conflict on how the fire began.
        The toll is at odds with the figures given by the hospital.
    """,
}
"""Ways of saying each kind, one a line."""
ALIKE = """
    The judge denied bail to the driver.
    The man was denied bail.
    The embassy denied her a visa.
    They were denied entry at the border.
    The keeper denied Orvan a late equaliser.
    The court denied the motion.
    The council denied the company a permit.
    Refugees were denied access to water.
    The Vellish parliament rejected the ceasefire proposal.
    The rebels rejected an offer of talks.
    The union rejected the pay deal.
    The judge dismissed the lawsuit.
    The court rejected his appeal.
    The club dismissed its coach.
    The board turned down the bid.
    The coach dismissed his players early on Monday.
    Voters rejected the plan by a wide margin.
    She declined a second helping.
    Sales declined to a record low.
    The minister declined to attend the funeral.
    The mayor declined to run again.
    The patients did not respond to treatment.
    Firefighters responded within minutes.
    The company responded to the report with a long statement.
    Talks ended before an agreement could be reached.
    A settlement could not be reached.
    Rescuers could not reach the village.
    He could not reach the top shelf.
    The minister commented on the report at length.
    He was not admitted to hospital.
    The museum did not admit visitors on Monday.
    The party did not concede the election.
    The team acknowledged the crowd.
    The police confirmed the arrest.
    The Herald has verified the video.
    Officials were able to confirm the toll.
    The Senate confirmed the judge.
    The study found no evidence that the vaccine harms children.
    The court heard new evidence from two witnesses.
    He presented his evidence to the jury.
    Prosecutors showed the jury evidence of the theft.
    They had conflicting emotions about the sale.
    She had a scheduling conflict.
    The two plans differ in price.
    Opinions differ on the taste of the cheese.
    Speculation in land drove prices up.
    Investors speculated in copper.
    The ship was not able to leave port.
    The engine did not answer to the helm.
    The fund returned ten percent.
    She did not return to the house.
    He did not give up.
    They offered no resistance.
    The firm did not provide lunch.
    He left without saying goodbye.
    The bank does not give loans to students.
    The road is clear.
    The mayor ruled out a second term.
    Police have not ruled out sabotage.
    The union ruled out further talks.
    It is not clear who will replace him.
    An unknown number of birds nest there.
    The singer is not known for patience.
    He did not know who she was.
    The toll of the two-week conflict has passed 560.
    Reports of the arrest during the clash reached the capital.
    The sky was clear and the sea was calm.
    The company issued a statement on Monday.
    The governor discussed the budget with reporters.
    He said he would not resign.
    The army would not withdraw, the general said.
    The family claimed the body.
    No group has claimed the prize.
    The city called the storm a disaster.
    The critics called the film a triumph.
    The firm refused to pay the fine.
    The driver refused to take a breath test.
    The witness was called to answer questions.
    The children remained silent during the film.
    She is quiet and kind.
    The players made no mistakes.
    His answer was not correct, and he lost the quiz.
    The pilot did not report a fault.
    The price has not been set.
    The inspector could not determine the length of the pipe.
    He mistook the shed for a house.
    If there is no response from the pilot, the search will begin.
    They were given benefits long denied to them.
    The council should not confirm the judge before spring.
    The party wants to deny the general a triumph.
    He plans to reject the claim next week.
    The house rejected the veto.
    The town has a rumoured ghost.
    The mayor balked at the price.
    Detectives questioned the driver about the report.
"""
"""Refused offers, bail and visas, findings, appointments, silences at the cinema: no caveat."""
SPANS = {
    "although Vell has neither confirmed nor denied it, the talks go on.": "Vell has neither confirmed nor denied it",
    "The sniper toll is 40, though the army did not provide evidence.": "the army did not provide evidence",
    "The mine closed, and the owner declined to comment.": "the owner declined to comment",
    "Brandl denied the report, but the Herald stood by it.": "Brandl denied the report",
    "It was unclear if anyone had been hurt.": "It was unclear if anyone had been hurt",
    "A voice purporting to be that of Korran read the demands.": "A voice purporting to be that of Korran",
}
"""The words of a caveat: the clause that carries it, with its subject, without the clauses beside it."""
PARTIES = {
    "Tessa Brandl denied the report.": "Tessa Brandl",
    "The allegations were rejected by the Vellish army.": "the Vellish army",
    "Neither Orvan nor Vell has commented on the reports.": "Neither Orvan nor Vell",
    "The ministry, which denied any role, sent no troops.": "The ministry",
    "The club rejected the claim and declined to comment.": "The club",
    "The Herald could not verify the footage.": "The Herald",
    "There was no immediate comment from the ministry.": "the ministry",
    "The driver could not be reached for comment.": "The driver",
    "The footage could not be verified.": None,
    "It was not possible to verify the footage.": None,
    "The exact figures were impossible to verify.": None,
}
"""Who denies, declines, is silent or could not verify: the whole noun phrase, or nobody."""
DENIALS = {
    "The mayor said he had not taken bribes.": "he had not taken bribes",
    "The army insisted it had not fired on the town.": "it had not fired on the town",
    "Orvan said its troops had not crossed the river.": "its troops had not crossed the river",
    "“I did nothing wrong,” Brandl said.": "I did nothing wrong",
    "The army said it was not involved in the raid.": "it was not involved in the raid",
    "A man on the tape said he had not been killed in the raid.": "he had not been killed in the raid",
    "The minister said the reports were false.": "the reports were false",
    "The governor said they could have mistaken thunder for gunfire.": "they could have mistaken thunder for gunfire",
    "Vell said it had nothing to do with the blast.": "it had nothing to do with the blast",
}
"""Words in which a speaker contradicts what is said of him, or what others say they heard."""
NO_DENIALS = (
    "The prisoner said he did not know where he was.",
    "The coach said he had not slept.",
    "The mayor said the thief had not been arrested.",
    "Brandl said she had not seen the film.",
)
"""A speaker's negated words that contradict no report about him."""


@cache
def _read() -> dict[str, tuple[Annotated, list[Caveat]]]:
    """Parse every sentence of this file at once: the engine is faster on many than on each."""
    lines = [line.strip() for text in (*SAID.values(), ALIKE) for line in text.strip().splitlines()]
    lines += [*SPANS, *PARTIES, *DENIALS, *NO_DENIALS]
    read = annotate([article(line) for line in lines])
    return {line: (a, caveats(a, attributions(a))) for line, a in zip(lines, read, strict=True)}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, text in SAID.items() for line in _lines(text)])
def test_each_kind_is_known_in_many_words(kind: str, line: str):
    """A sentence that marks doubt or denial gives its kind and no other."""
    assert {c.kind for c in _read()[line][1]} == {kind}


@pytest.mark.parametrize("line", _lines(ALIKE))
def test_what_only_looks_alike_is_none(line: str):
    """The same verbs about offers, permits, findings and things are news, not caveats."""
    assert _read()[line][1] == []


@pytest.mark.parametrize(("line", "words"), SPANS.items())
def test_the_words_are_the_clause(line: str, words: str):
    """The caveat's words are its clause with the subject, without neighbouring clauses and conjunctions."""
    assert [c.text for c in _read()[line][1]] == [words]


@pytest.mark.parametrize(("line", "party"), PARTIES.items())
def test_the_party_is_named_in_full(line: str, party: str | None):
    """The source is who denies, declines or could not verify, also over a passive, a relative or a shared subject."""
    assert {c.source.text if c.source else None for c in _read()[line][1]} == {party}


@pytest.mark.parametrize(("line", "words"), DENIALS.items())
def test_a_speakers_own_contradiction_is_a_caveat(line: str, words: str):
    """What a speaker says against a report about himself is found in his words, with him as the source."""
    found = _read()[line][1]
    assert [c.text for c in found] == [words]
    assert {c.kind for c in found} <= {"denied", "rejected"}
    assert found[0].source is not None


@pytest.mark.parametrize("line", NO_DENIALS)
def test_other_negations_of_a_speaker_are_none(line: str):
    """Not knowing, not sleeping, and what others did not do deny nothing about the speaker."""
    assert _read()[line][1] == []


def test_every_span_is_verbatim_and_in_order():
    """A caveat's words and its source's words stand in the text where it says, in reading order."""
    for annotated, found in _read().values():
        text = annotated.article.text
        assert all(text[c.start : c.end] == c.text for c in found)
        assert all(text[c.source.start : c.source.end] == c.source.text for c in found if c.source)
        assert [c.start for c in found] == sorted(c.start for c in found)


def test_a_paragraph_added_changes_no_caveat_before_it():
    """Caveats of one paragraph do not depend on the next."""
    first = "The bank declined to comment."
    both = annotate([article(first), article(f"{first}\nThe regulator did not respond to emails.")])
    alone, more = (caveats(a, ()) for a in both)
    assert more[: len(alone)] == alone
    assert len(more) == len(alone) + 1
