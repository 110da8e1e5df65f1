"""Tests of what needs requirements.txt; skipped where it is not installed."""

import importlib.util
import tomllib
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent


@unittest.skipUnless(importlib.util.find_spec("numpy"), "numpy is not installed")
class Calibrating(unittest.TestCase):
    def test_a_missing_feature_counts_as_the_mean_of_those_that_are_there(self):
        from fit_calibration import Model

        def answer(score, similarity, right):
            return {"features": {"score": score, "similarity": similarity}, "right": right}

        answers = [answer(i % 7, (i * 5 % 11) / 10, i % 7 > 3) for i in range(60)]
        known = [{"samples": False, "kind": "answerable", "answers": [one]} for one in answers]
        missing = [question | {"answers": [answer(i, None, i > 3)]} for i, question in enumerate(known[:7])]
        model = Model(["score", "similarity"], known + missing)
        mean = sum(one["features"]["similarity"] for one in answers) / len(answers)
        self.assertAlmostEqual(mean, model.mean[1])
        of_mean, of_none = model.logits([answer(2, mean, True), answer(2, None, True)])
        self.assertAlmostEqual(of_mean, of_none)


@unittest.skipUnless(importlib.util.find_spec("torch"), "torch is not installed")
class Training(unittest.TestCase):
    def setUp(self):
        import torch
        from transformers import BertConfig, BertForQuestionAnswering

        torch.manual_seed(1)
        self.torch = torch
        self.reader = BertForQuestionAnswering(BertConfig(
            vocab_size=50, hidden_size=16, num_hidden_layers=4, num_attention_heads=2, intermediate_size=32,
            max_position_embeddings=32)).eval()
        ids = torch.randint(1, 50, (3, 12))
        mask = torch.ones_like(ids)
        mask[1, 8:] = 0
        self.batch = {
            "input_ids": ids, "attention_mask": mask, "token_type_ids": torch.zeros_like(ids),
            "start_positions": torch.tensor([0, 2, 5]), "end_positions": torch.tensor([0, 3, 5])}

    def test_who_knows_all_that_the_teacher_knows_learns_of_the_data_only(self):
        from passim_reader.teacher import ANSWERS, Teacher

        of_data = self.reader(**self.batch).loss
        loss = Teacher(self.reader, ()).loss(self.reader, self.batch)
        self.assertAlmostEqual(((1 - ANSWERS) * of_data).item(), loss.item(), places=5)

    def test_what_stands_behind_a_text_is_not_learnt(self):
        from passim_reader.teacher import divergence

        real = self.batch["attention_mask"].bool()
        taught = self.torch.zeros(3, 12)
        mine = taught.masked_fill(~real, 7.0)
        self.assertAlmostEqual(0.0, float(divergence(mine, taught, real)), places=5)
        self.assertGreater(float(divergence(mine, taught, self.torch.ones_like(real))), 0.1)

    def test_a_learner_of_fewer_layers_comes_nearer(self):
        import copy

        from passim_reader import trim
        from passim_reader.teacher import Teacher

        teacher, learner = Teacher(self.reader, (1, 3)), copy.deepcopy(self.reader)
        trim.with_layers(learner, (1, 3))
        learner.bert.embeddings.requires_grad_(False)
        optimizer = self.torch.optim.AdamW([p for p in learner.parameters() if p.requires_grad], lr=3e-3)
        losses = []
        for _ in range(30):
            loss = teacher.loss(learner, self.batch)
            losses.append(float(loss.detach()))
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
        self.assertLess(losses[-1], 0.8 * losses[0])
        self.assertEqual(4, self.reader.config.num_hidden_layers)
        self.assertTrue(all(p.grad is None for p in self.reader.parameters()))

    def test_batches_hold_rows_that_fit_and_come_again_the_same(self):
        import numpy
        from passim_reader.train import Batches

        class Data:
            ends = numpy.cumsum([100] * 40 + [150] * 30 + [300] * 20)
            group = 1

            def __len__(self):
                return len(self.ends)

        def taken():
            batches = Batches(Data(), (128, 192, 320), 640, 5)
            return [batches.take() for _ in range(60)]

        lengths = numpy.diff(Data.ends, prepend=0)
        for length, rows in taken():
            self.assertEqual(640 // length, len(rows))
            self.assertTrue(all(lengths[row] <= length for row in rows))
        self.assertEqual(taken(), taken())

    def test_passages_of_a_question_stay_together(self):
        import numpy
        from passim_reader.train import Batches

        class Data:
            ends = numpy.cumsum([50, 100, 60] * 10 + [50, 60, 150] * 10)
            group = 3

            def __len__(self):
                return len(self.ends)

        batches = Batches(Data(), (128, 192), 640, 5)
        lengths = numpy.diff(Data.ends, prepend=0)
        for length, rows in (batches.take() for _ in range(30)):
            self.assertEqual(3, len(rows))
            self.assertEqual([rows[0], rows[0] + 1, rows[0] + 2], rows)
            self.assertEqual(0, rows[0] % 3)
            self.assertEqual(192 if rows[0] >= 30 else 128, length)
            self.assertTrue(all(lengths[row] <= length for row in rows))

    def test_an_answer_competes_with_those_of_the_other_passages(self):
        from passim_reader.shared import choice

        text = self.torch.tensor([[False, False, True, True]] * 4)
        positions = self.torch.tensor([2, 0, 0, 0])
        logits = self.torch.zeros(4, 4)
        logits[0, 2], logits[2, 3] = 9.0, 9.0
        sure = float(choice(logits, positions, text, 2))
        logits[1, 3] = 9.0
        self.assertAlmostEqual(0.69 / 2, float(choice(logits, positions, text, 2)) - sure, places=2)
        # What counts is how far a token is above its own passage's first.
        logits[1] += 5.0
        logits[1, 0] = 20.0
        self.assertAlmostEqual(sure, float(choice(logits, positions, text, 2)), places=2)

    def test_no_answer_competes_too(self):
        from passim_reader.shared import choice

        text = self.torch.tensor([[False, False, True, True]] * 2)
        none = self.torch.tensor([0, 0])
        logits = self.torch.full((2, 4), -9.0)
        logits[:, 0] = 0.0
        self.assertLess(float(choice(logits, none, text, 2)), 0.01)
        logits[1, 2] = 9.0
        self.assertGreater(float(choice(logits, none, text, 2)), 8.0)
        # Questions and what stands behind a text are no answers.
        logits[1] = self.torch.tensor([0.0, 9.0, -9.0, -9.0])
        self.assertLess(float(choice(logits, none, text, 2)), 0.01)

    def test_a_mean_of_weights_lies_between_them(self):
        from passim_reader.train import blended

        begin, end = {"w": self.torch.zeros(2), "n": self.torch.tensor(3)}, {"w": self.torch.ones(2), "n": self.torch.tensor(4)}
        mean = blended(begin, end, 0.25)
        self.assertEqual([0.25, 0.25], mean["w"].tolist())
        self.assertEqual(4, mean["n"].item())

    def test_recipes_can_be_read_and_name_their_teachers(self):
        from passim_reader.train import MODELS, Recipe, recipe_file

        for file in (HERE / "recipes").glob("*.toml"):
            if "committed" in tomllib.loads(file.read_text()):
                continue
            with self.subTest(file.name):
                recipe = Recipe.load(file)
                self.assertGreaterEqual(recipe.stages[-1].until, 1.0)
                if recipe.start:
                    self.assertTrue(recipe_file(recipe.start).exists())
                if recipe.teacher:
                    self.assertTrue((MODELS / recipe.teacher / "model.onnx").exists())


@unittest.skipUnless(
    importlib.util.find_spec("bm25s") and importlib.util.find_spec("tokenizers"), "bm25s or tokenizers is not installed")
class Examples(unittest.TestCase):
    def setUp(self):
        from passim_reader.squad import Paragraph, Question

        texts = [
            "The mill was built in 1820 by a miller called Hobbs.", "The mill burnt down twice before it was sold.",
            "A mill stands by the river and was built of stone.", "The church was built in 1820 too.",
            "Hobbs had a mill of his own and nine daughters.", "Cats sleep all day."]
        asked = [Question("1", "When was the mill built?", (("1820", 22),)), Question("2", "Who built the mill?", (("Hobbs", 46),))]
        self.paragraphs = [Paragraph(0, text, asked if not at else []) for at, text in enumerate(texts)]

    def negatives(self, paragraphs, share, seeds=40):
        """Of each question, what texts it is asked of though they do not answer it, by any of some seeds."""
        from passim_reader.examples import asked

        found = {}
        for seed in range(seeds):
            made = asked(paragraphs, {share: 1.0}, seed)
            self.assertEqual(2, sum(a.start is not None for a in made))
            for one in made:
                if one.start is None:
                    self.assertIsNone(one.end)
                    found.setdefault(one.question, set()).add(one.text)
        return found

    def test_without_shares_a_question_is_asked_of_its_own_paragraph(self):
        from passim_reader.examples import Asked, asked

        own = self.paragraphs[0].text
        self.assertEqual(
            {Asked("When was the mill built?", own, 22, 26), Asked("Who built the mill?", own, 46, 51)},
            set(asked(self.paragraphs, {}, 1)))

    def test_a_question_is_asked_of_the_three_of_its_article_that_share_most_words_without_the_answer(self):
        from passim_reader.squad import Paragraph

        burnt, stone, church, own_mill, _ = (p.text for p in self.paragraphs[1:])
        elsewhere = [Paragraph(1, "When was the mill built, and who built the mill?", [])]
        self.assertEqual(
            {"When was the mill built?": {burnt, stone, own_mill}, "Who built the mill?": {burnt, stone, church}},
            self.negatives(self.paragraphs + elsewhere, "article"))

    def test_a_question_is_asked_of_what_bm25_finds_in_any_article(self):
        from passim_reader.squad import Paragraph

        burnt, stone, church, own_mill, _ = (p.text for p in self.paragraphs[1:])
        more = ["When the mill was built nobody knew.", "Another mill was built of wood."]
        unlike = [f"{animal} sleep all day." for animal in ("Dogs", "Owls", "Bats", "Foxes", "Bears")]
        others = [Paragraph(number, text, []) for number, text in enumerate([*more, *unlike], 1)]
        found = self.negatives(self.paragraphs + others, "bm25")
        self.assertEqual({burnt, stone, own_mill, *more}, found["When was the mill built?"])
        self.assertEqual({burnt, stone, church, *more}, found["Who built the mill?"])

    def test_a_question_is_asked_of_its_paragraph_without_the_sentence_that_answers(self):
        from passim_reader.squad import Paragraph, Question

        before = "The mill burnt down twice before it was sold, and twice it was built again."
        after = "It stands by the river to this day."
        answers = "Then (so they say) Hobbs bought it in 1820!"
        text = f"{before} {answers} {after}"
        asked = [Question("1", "Who bought it?", (("Hobbs", text.index("Hobbs")),)),
                 Question("2", "What stands by the river?", (("It", text.index("It stands")),))]
        # "It" stands in other sentences too, so that nothing is without an answer.
        self.assertEqual(
            {"Who bought it?": {f"{before} {after}"}}, self.negatives([Paragraph(0, text, asked)], "sentence", 1))
        short = Paragraph(0, f"{answers} {after}", [Question("1", "Who?", (("Hobbs", answers.index("Hobbs")),))] * 2)
        self.assertEqual({}, self.negatives([short], "sentence", 1))

    def test_a_changed_question_is_asked_of_the_right_paragraph(self):
        own = self.paragraphs[0].text
        found = self.negatives(self.paragraphs, "perturbed")
        self.assertLessEqual({"When was never the mill built?", "Who demolished the mill?"}, set(found))
        self.assertEqual([{own}] * len(found), list(found.values()))

    def test_a_question_is_asked_of_others_that_do_not_hold_its_answer(self):
        from passim_reader.examples import asked, grouped

        groups = grouped(asked(self.paragraphs, {}, 1), self.paragraphs, 3, 1)
        self.assertEqual(2, len(groups))
        for first, *others in groups:
            answer = first.text[first.start : first.end]
            self.assertEqual(2, len({o.text for o in others}))
            for other in others:
                self.assertEqual((first.question, None), (other.question, other.start))
                self.assertNotIn(answer, other.text)
        self.assertEqual(groups, grouped(asked(self.paragraphs, {}, 1), self.paragraphs, 3, 1))

    def test_a_question_without_an_answer_is_not_asked_of_its_own_paragraph_twice(self):
        from passim_reader.examples import Asked, grouped

        own = self.paragraphs[0].text
        for seed in range(10):
            (group,) = grouped([Asked("Why was the mill built?", own, None, None)], self.paragraphs, 5, seed)
            self.assertEqual(1, [one.text for one in group].count(own))

    def test_a_question_that_finds_too_few_is_left_out(self):
        from passim_reader.examples import asked, grouped

        self.assertEqual([], grouped(asked(self.paragraphs, {}, 1), self.paragraphs[:2], 3, 1))

    def test_a_group_whose_answer_is_no_token_is_left_out_whole(self):
        from passim_reader.examples import Asked, Form, tokenised
        from tokenizers import Tokenizer
        from tokenizers.models import WordLevel
        from tokenizers.pre_tokenizers import Whitespace

        tokenizer = Tokenizer(WordLevel({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}, unk_token="[UNK]"))
        tokenizer.pre_tokenizer = Whitespace()
        nothing = [Asked("who", "a  b", 1, 2), Asked("who", "c", None, None)]
        found = [Asked("who", "a b", 2, 3), Asked("who", "d e", None, None)]
        made = tokenised([nothing, found], tokenizer, Form({}, 16, 8, 1, 2))
        self.assertEqual(2, len(made))
        self.assertEqual(2, made.group)
        self.assertEqual([4, 0], made.start.tolist())


if __name__ == "__main__":
    unittest.main()
