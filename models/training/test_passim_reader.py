"""Tests of what needs no package: python -m unittest discover -s models/training."""

import random
import tempfile
import unittest
from pathlib import Path

from fit_stops import least_score, stops
from open_corpus import best, cause, claims, coverage_at, held_back, highest, threshold_losing
from passim_reader import documents
from passim_reader.perturb import ANTONYMS, Perturber, entities
from passim_reader.saved_model import torch_name
from passim_reader.squad import exact_match, f1
from passim_reader.wordpiece import PLAIN, SPECIAL, kept, pieces, tokenizer_json, with_pieces

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

    def test_each_rule_has_a_question_that_no_other_changes(self):
        for question, expected in (
            ("Why was it founded?", {"Why was not it founded?", "Why wasn't it founded?", "Why was never it founded?"}),
            ("Why was it not founded?", {"Why was it founded?"}),
            ("When did they meet?", {"When did they not meet?", "When did they never meet?", "When didn't they meet?"}),
            ("What came first?", {"What came last?"}),
            ("Earlier than what?", {"Later than what?"}),
            ("So what about Colonel Brandt?", {"So what about Ada Marsh?", "So what about Harbour Street?"}),
            ("Why the library?", {"Why the room?"}),
            ("How many people?", set()),
        ):
            with self.subTest(question):
                self.assertEqual(expected, self.changes(question, "the largest collection"))

    def test_numbers_are_swapped_for_others_of_the_text_or_near_ones(self):
        changes = self.changes("Which year followed 1902?", "in 1911")
        years = {int(change.removeprefix("Which year followed ").removesuffix("?")) for change in changes}
        self.assertIn(1878, years)
        self.assertNotIn(1911, years)  # the answer
        steps = {year - 1902 for year in years - {1878}}
        self.assertGreater(len(steps), 3)
        self.assertLessEqual(steps, {-20, -10, -7, -3, -2, -1, 1, 2, 3, 5, 10, 12, 100})

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


VOCABULARY = ["[PAD]", "[unused1]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "'", '"', "-", ".", "a", "##a", "s", "##s", "é", "д",
              "sea", "##side", "la", "море", "ville"]


def ids(*names):
    return [VOCABULARY.index(name) for name in names]


def split(word, vocabulary):
    """WordPiece: the longest piece that matches, then the longest of the rest."""
    found, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        ends = (end for end in range(len(word), start, -1) if prefix + word[start:end] in vocabulary)
        end = next(ends, None)
        if end is None:
            return ["[UNK]"]
        found.append(prefix + word[start:end])
        start = end
    return found


class Trimming(unittest.TestCase):
    def names(self, counts, size):
        return [VOCABULARY[i] for i in kept(VOCABULARY, counts, size)]

    def test_special_tokens_and_latin_characters_are_kept_though_no_text_has_them(self):
        self.assertEqual([*SPECIAL, "'", '"', "-", ".", "a", "##a", "s", "##s", "é"], self.names([], 14))

    def test_the_most_frequent_pieces_follow(self):
        counts = {VOCABULARY.index("sea"): 5, VOCABULARY.index("ville"): 3, VOCABULARY.index("##side"): 1}
        self.assertEqual(["sea", "ville"], self.names([counts], 16)[14:])

    def test_a_language_with_little_text_weighs_as_much_as_one_with_much(self):
        english = {VOCABULARY.index("sea"): 900, VOCABULARY.index("##side"): 100}
        french = {VOCABULARY.index("ville"): 2, VOCABULARY.index("la"): 1}
        self.assertEqual(["sea", "la", "ville"], self.names([english, french], 17)[14:])

    def test_of_two_equally_frequent_pieces_the_first_is_kept(self):
        counts = dict.fromkeys(ids("ville", "la", "##side"), 1)
        self.assertEqual(["##side"], self.names([counts], 15)[14:])

    def test_other_scripts_are_kept_where_texts_hold_them(self):
        self.assertEqual(["д"], self.names([dict.fromkeys(ids("д"), 1)], 20)[14:])

    def test_no_piece_is_kept_that_no_text_needs(self):
        self.assertEqual(14, len(kept(VOCABULARY, [], 20)))

    def test_a_size_without_room_for_the_characters_is_refused(self):
        with self.assertRaisesRegex(ValueError, "are 14"):
            kept(VOCABULARY, [], 13)

    def test_what_is_covered_is_split_as_before_and_the_rest_into_shorter_pieces(self):
        left = self.names([dict.fromkeys(ids("sea", "##side"), 1)], 16)
        for word in ("seaside", "seas", "as", "é"):
            self.assertEqual(split(word, VOCABULARY), split(word, left))
        self.assertEqual(["s", "##a", "##s"], split("sas", left))
        self.assertEqual(["sea", "##s"], split("seas", self.names([dict.fromkeys(ids("sea"), 1)], 15)))

    def test_ids_are_renumbered_wherever_a_tokenizer_holds_them(self):
        trimmed = with_pieces(tokenizer_json(VOCABULARY, lowercase=False), ids(*SPECIAL, "a", "sea"))
        self.assertEqual([*SPECIAL, "a", "sea"], pieces(trimmed))
        self.assertEqual(list(zip(SPECIAL, range(5))), [(t["content"], t["id"]) for t in trimmed["added_tokens"]])
        self.assertEqual({"[CLS]": [2], "[SEP]": [3]},
                         {name: token["ids"] for name, token in trimmed["post_processor"]["special_tokens"].items()})

    def test_special_tokens_cannot_be_lost(self):
        with self.assertRaisesRegex(ValueError, "MASK"):
            with_pieces(tokenizer_json(VOCABULARY, lowercase=False), ids("[PAD]", "[UNK]", "[CLS]", "[SEP]", "sea"))

    def test_a_vocabulary_with_gaps_is_refused(self):
        with self.assertRaises(ValueError):
            pieces({"model": {"vocab": {"a": 0, "b": 2}}})


class SavedModels(unittest.TestCase):
    def test_variables_get_the_names_of_pytorch(self):
        self.assertEqual(
            ["embeddings.word_embeddings.weight", "embeddings.LayerNorm.bias",
             "encoder.layer.11.attention.self.query.weight", "encoder.layer.0.output.LayerNorm.weight",
             "encoder.layer.3.intermediate.dense.bias"],
            [torch_name("module/bert/" + name) for name in (
                "embeddings/word_embeddings", "embeddings/LayerNorm/beta", "encoder/layer_11/attention/self/query/kernel",
                "encoder/layer_0/output/LayerNorm/gamma", "encoder/layer_3/intermediate/dense/bias")])

    def test_typographic_characters_without_a_piece_are_read_as_plain_ones(self):
        normalizers = tokenizer_json(VOCABULARY, lowercase=False)["normalizer"]["normalizers"]
        self.assertEqual(PLAIN, {n["pattern"]["String"]: n["content"] for n in normalizers[:-1]})
        self.assertEqual(("BertNormalizer", False), (normalizers[-1]["type"], normalizers[-1]["lowercase"]))

    def test_a_vocabulary_that_has_them_all_needs_only_the_normaliser_of_bert(self):
        normalizer = tokenizer_json([*VOCABULARY, *PLAIN], lowercase=True)["normalizer"]
        self.assertEqual(("BertNormalizer", True), (normalizer["type"], normalizer["lowercase"]))


class Documents(unittest.TestCase):
    def test_text_markdown_and_html_are_read_and_the_rest_is_not(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            folder.joinpath("b.html").write_text("<style>p {}</style><p>Caf&eacute;</p><!-- no -->", encoding="utf-8")
            folder.joinpath("a.md").write_text("# Menu", encoding="utf-8")
            folder.joinpath("c.pdf").write_bytes(b"%PDF")
            self.assertEqual([["#", "Menu"], ["Café"]], [text.split() for text in documents.texts(folder)])


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
