"""Tests of what needs no package: python -m unittest discover -s models/training."""

import random
import unittest

from fit_stops import least_score, stops
from open_corpus import best, cause, claims, coverage_at, held_back, highest, threshold_losing
from passim_reader.perturb import ANTONYMS, Perturber, entities
from passim_reader.squad import exact_match, f1

PARAGRAPH = (
    "The city library was founded by Ada Marsh in 1878. Its reading room in Harbour Street opened in 1902, and the "
    "largest collection came from Colonel Brandt in 1911, in March."
)


class Measures(unittest.TestCase):
    def test_articles_case_and_punctuation_do_not_count(self):
        self.assertEqual(1.0, exact_match("the Reading-room.", ["readingroom", "hall"]))

    def test_f1_is_that_of_the_best_reference(self):
        self.assertAlmostEqual(2 / 3, f1("Ada Marsh", ["Brandt", "Marsh"]))

    def test_no_answer_is_right_only_where_none_is_expected(self):
        self.assertEqual((1.0, 0.0, 0.0), (f1("", [""]), f1("Marsh", [""]), f1("", ["Marsh"])))


class Perturbing(unittest.TestCase):
    def setUp(self):
        self.perturber = Perturber([PARAGRAPH], ["Who founded the library in 1878?", "Where is the room?"])

    def changes(self, question, answer):
        made = (self.perturber.perturb(question, PARAGRAPH, answer, random.Random(seed)) for seed in range(40))
        return {change for change in made if change}

    def test_a_change_is_never_the_question_itself(self):
        question = "Who founded the library in 1878?"
        self.assertNotIn(question, self.changes(question, "Ada Marsh"))

    def test_names_are_swapped_for_others_of_the_text_and_never_for_the_answer(self):
        changes = self.changes("What did Colonel Brandt give?", "the largest collection")
        self.assertTrue(any("Ada Marsh" in c or "Harbour Street" in c for c in changes), changes)
        self.assertFalse(any("Ada" in c for c in self.changes("Who came after Colonel Brandt?", "Ada Marsh")))

    def test_opposites_go_both_ways(self):
        self.assertIn("smallest", ANTONYMS["largest"])
        self.assertIn("largest", ANTONYMS["smallest"])

    def test_the_same_seed_gives_the_same_question(self):
        ask = lambda: self.perturber.perturb("Who came in 1911?", PARAGRAPH, "Colonel Brandt", random.Random(7))
        self.assertEqual(ask(), ask())

    def test_months_and_words_that_begin_a_sentence_are_no_names(self):
        self.assertEqual(["Ada Marsh", "Colonel Brandt", "Harbour Street"], entities(PARAGRAPH))


class Stopping(unittest.TestCase):
    def test_the_bound_lies_above_the_best_score_that_was_overtaken(self):
        self.assertEqual(6.0, least_score([(9.0, 1.0), (6.0, 2.0), (5.0, 7.0), (4.0, 1.0)]))

    def test_no_bound_where_the_rest_always_matters(self):
        self.assertIsNone(least_score([(3.0, 4.0), (2.0, 4.0)]))

    def test_later_stops_are_fitted_on_what_earlier_ones_leave(self):
        sure, late = [9.0] + [0.0] * 9, [0.0, 0.0, 8.0] + [0.0] * 7
        self.assertEqual([(2, 9.0), (4, 8.0)], [(s["passages"], s["score"]) for s in stops([sure, late])][:2])


class OpenCorpus(unittest.TestCase):
    @staticmethod
    def question(ranked, answers=("Ada Marsh",), rank=1, read=4, found="Harbour Street"):
        return {
            "answers": list(answers),
            "ranks": {"both": rank},
            "read": read,
            "found": [{"text": found}],
            "ranked": [{"text": text, "confidence": confidence} for text, confidence in ranked],
        }

    def test_the_best_candidate_is_the_rankers_and_not_the_readers(self):
        question = self.question([("Ada Marsh", 0.8), ("Harbour Street", 0.1)])
        self.assertEqual(("Ada Marsh", "Harbour Street"), (best(question), highest(question)))
        self.assertEqual("right", cause(question, "both"))
        self.assertEqual("", best(self.question([])))

    def test_causes(self):
        wrong = [("Harbour Street", 0.8)]
        self.assertEqual("not retrieved", cause(self.question(wrong, rank=0), "both"))
        self.assertEqual("not read", cause(self.question(wrong, rank=5), "both"))
        self.assertEqual("wrong span", cause(self.question(wrong), "both"))
        many = wrong + [(f"wrong {n}", 0.1) for n in range(9)] + [("Ada Marsh", 0.01)]
        self.assertEqual("ranked below", cause(self.question(many), "both"))

    def test_no_answer_to_an_unanswerable_question_is_right(self):
        self.assertEqual(
            [(0.7, True, True), (0.6, False, False), (0.0, False, True)],
            claims(
                [
                    self.question([("Ada Marsh", 0.7)]),
                    self.question([("", 0.6)], answers=()),
                    self.question([]),
                ]
            ),
        )

    def test_what_is_held_back_where_a_tenth_of_the_right_answers_is_lost(self):
        right = [(n / 10, True, True) for n in range(1, 11)]
        self.assertEqual(0.2, threshold_losing(0.1, right))
        claimed = right + [(0.1, False, False), (0.2, False, False), (0.9, False, False), (0.05, False, True)]
        self.assertEqual(1 / 3, held_back(claimed, 0.2))
        self.assertIsNone(threshold_losing(0.1, claimed[10:]))
        self.assertIsNone(held_back(right, 0.2))

    def test_coverage_counts_equal_confidences_together(self):
        self.assertEqual(0.5, coverage_at(0.8, [(0.9, True, True), (0.8, True, True), (0.7, False, True), (0.6, False, False)]))
        self.assertEqual(0.0, coverage_at(0.8, [(0.9, True, True), (0.9, False, True)]))


if __name__ == "__main__":
    unittest.main()
