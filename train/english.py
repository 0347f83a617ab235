"""Trains the default English reader: a dilated convolutional encoder with heads for tags, arcs and relations.

    python3 train/english.py NUMBERS OUT [--epochs N] [--again N] [--width N] [--dilations 1,2,4,8,1,2] [--labels N] [--seed N]

NUMBERS is what train/numbers.ts wrote. OUT.pt is the state after the last epoch (training goes on from it, as if it had never
stopped), OUT.f32 and OUT.layout.json the averaged weights, which train/pack-english.ts makes small. Needs torch alone; one
thread; the same numbers and seed give the same weights on the same machine. Everything that multiplies matrices is a
convolution of single words, because that is what a torch without a fast BLAS is quick at.
"""
import argparse
import json
import math
import os
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

args = argparse.ArgumentParser()
args.add_argument("numbers")
args.add_argument("out")
args.add_argument("--epochs", type=int, default=24)
args.add_argument("--width", type=int, default=144)
args.add_argument("--dilations", default="1,2,4,8,1,2", help="how far each layer looks to either side")
args.add_argument("--labels", type=int, default=160, help="how wide what chooses a relation is")
args.add_argument("--seed", type=int, default=1)
args.add_argument("--rate", type=float, default=2.5e-3)
args.add_argument("--batch", type=int, default=1600)
args.add_argument("--again", type=int, default=12, help="so many epochs more, from half the rate down once more")
args.add_argument("--stop", type=int, default=0, help="stop early, after so many epochs")
args = args.parse_args()
torch.manual_seed(args.seed)
torch.set_num_threads(1)

vocabulary = json.load(open(os.path.join(args.numbers, "vocabulary.json")))
KINDS = len(vocabulary["kinds"])
SIZES = [len(k["keys"]) + 1 for k in vocabulary["kinds"]]
TAGS, RELATIONS = len(vocabulary["tags"]), len(vocabulary["relations"])
DILATIONS = [int(d) for d in args.dilations.split(",")]
DISTANCES = 17
ARC, LABEL = 96, args.labels


def load(name):
    numbers = torch.frombuffer(bytearray(open(os.path.join(args.numbers, name + ".i32"), "rb").read()), dtype=torch.int32).long()
    sentences, at = [], 0
    while at < len(numbers):
        n = int(numbers[at])
        sentences.append(numbers[at + 1 : at + 1 + n * (KINDS + 3)].view(n, KINDS + 3))
        at += 1 + n * (KINDS + 3)
    return sentences


def buckets(n):
    """Signed distance from dependent (row) to head (column), 0 to 16; the root is column 0."""
    at = torch.arange(n + 1)
    gap = at[None, :] - at[1:, None]
    size = gap.abs()
    step = size.clamp(max=4) + (size > 4).long() + (size > 7).long() + (size > 12).long() + (size > 20).long()
    bucket = step * torch.sign(gap) + 8
    bucket[:, 0] = 8
    return bucket


class Linear(nn.Module):
    """Each word's numbers [sentences, words, inputs] times a matrix. The dilation means nothing to one word; it makes torch
    choose its quick way."""

    def __init__(self, inputs, outputs):
        super().__init__()
        bound = 1 / math.sqrt(inputs)
        self.weight = nn.Parameter(torch.empty(outputs, inputs).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(outputs).uniform_(-bound, bound))

    def forward(self, x):
        y = F.conv2d(x.transpose(1, 2).unsqueeze(2), self.weight[:, :, None, None], self.bias, dilation=2)
        return y.squeeze(2).transpose(1, 2)


class Reader(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(size, d) for size in SIZES])
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        self.norm0 = nn.LayerNorm(d)
        # What a word's features mean together; it depends on nothing but the word.
        self.word = Linear(d, 2 * d)
        self.norm1 = nn.LayerNorm(d)
        # Inputs: the word `dilation` before, the word, the word `dilation` after.
        self.convs = nn.ModuleList([Linear(3 * d, 2 * d) for _ in DILATIONS])
        self.norms = nn.ModuleList([nn.LayerNorm(d) for _ in DILATIONS])
        self.tag = Linear(d, TAGS)
        self.dependent = Linear(d, ARC)
        self.head = Linear(d, ARC)
        self.root = nn.Parameter(torch.randn(d) * 0.3)
        self.arc = Linear(ARC, ARC)
        self.head_bias = nn.Parameter(torch.zeros(ARC))
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.label_dependent = Linear(d, LABEL)
        self.label_head = Linear(d, LABEL)
        self.label_distance = nn.Embedding(DISTANCES, LABEL)
        self.label = Linear(LABEL, RELATIONS)

    def encode(self, features, mask):
        x = sum(table(features[:, :, k]) for k, table in enumerate(self.tables))
        x = drop(self.norm0(x), 0.2, self.training)
        x = self.norm1(x + drop(F.glu(self.word(x), 2), 0.1, self.training))
        x = drop_channels(x, 0.2, self.training)
        padding = ~mask[:, :, None]
        n = mask.shape[1]
        for linear, norm, dilation in zip(self.convs, self.norms, DILATIONS):
            wide = F.pad(x.masked_fill(padding, 0), (0, 0, dilation, dilation))
            near = torch.cat([wide[:, k * dilation : k * dilation + n] for k in range(3)], 2)
            x = norm(x + drop_channels(F.glu(linear(near), 2), 0.15, self.training))
        return drop_channels(x, 0.25, self.training)

    def forward(self, features, mask):
        b, n = mask.shape
        x = self.encode(features, mask)
        tags = self.tag(x)
        rooted = torch.cat([self.root[None, None].expand(b, 1, -1), x], 1)
        dependents = drop(F.relu(self.dependent(x)), 0.33, self.training)
        heads = drop(F.relu(self.head(rooted)), 0.33, self.training)
        arcs = self.arc(dependents) @ heads.transpose(1, 2) / math.sqrt(ARC)
        where = buckets(n)
        arcs = arcs + (heads * self.head_bias).sum(2)[:, None] + self.distance[where][None]
        full = torch.cat([torch.ones(b, 1, dtype=torch.bool), mask], 1)
        arcs = arcs.masked_fill(~full[:, None, :] | torch.eye(n + 1, dtype=torch.bool)[1:][None], -1e4)
        return tags, arcs, rooted, where

    def labels(self, rooted, where, heads):
        b, n = heads.shape
        dependents = self.label_dependent(rooted[:, 1:])
        chosen = self.label_head(rooted).gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        distance = self.label_distance(where[torch.arange(n)[None].expand(b, -1), heads])
        return self.label(drop(F.relu(dependents + chosen + distance), 0.25, self.training))


def drop(x, p, training):
    """Dropout with random bytes: quicker than torch's own."""
    if not training:
        return x
    n = x.numel()
    noise = torch.empty((n + 7) // 8, dtype=torch.int64).random_(-(2**63), None).view(torch.uint8)[:n].view(x.shape)
    least = round(p * 256)
    return x.masked_fill(noise < least, 0) * (256 / (256 - least))


def drop_channels(x, p, training):
    """Leaves the same numbers out of all words of a sentence."""
    if not training:
        return x
    return x * (torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - p) / (1 - p))


def grouped(sentences, size, shuffle):
    """Sentences of about the same length together, at most `size` words in all."""
    order = list(range(len(sentences)))
    if shuffle:
        noise = torch.rand(len(order)).tolist()
        order.sort(key=lambda i: len(sentences[i]) + 3 * noise[i])
    else:
        order.sort(key=lambda i: len(sentences[i]))
    groups, group, longest = [], [], 0
    for i in order:
        if len(sentences[i]) > 160:
            continue
        longest = max(longest, len(sentences[i]))
        if group and longest * (len(group) + 1) > size:
            groups.append(group)
            group, longest = [], len(sentences[i])
        group.append(i)
    groups.append(group)
    if shuffle:
        groups = [groups[i] for i in torch.randperm(len(groups)).tolist()]
    return groups


def batches(sentences, size, shuffle):
    for group in grouped(sentences, size, shuffle):
        n = max(len(sentences[i]) for i in group)
        block = torch.zeros(len(group), n, KINDS + 3, dtype=torch.long)
        mask = torch.zeros(len(group), n, dtype=torch.bool)
        for k, i in enumerate(group):
            block[k, : len(sentences[i])] = sentences[i]
            mask[k, : len(sentences[i])] = True
        yield block, mask


def measure(model, sentences):
    """UPOS, heads, heads with universal relations right: greedy heads, no tree enforced."""
    model.eval()
    counts = [0, 0, 0, 0]
    with torch.no_grad():
        for block, mask in batches(sentences, 2000, False):
            tags, arcs, rooted, where = model(block[:, :, :KINDS], mask)
            heads = arcs.argmax(2)
            labels = model.labels(rooted, where, heads).argmax(2)
            right = heads == block[:, :, KINDS + 1]
            counts[0] += int(mask.sum())
            counts[1] += int(((universal_tag[tags.argmax(2)] == universal_tag[block[:, :, KINDS]]) & mask).sum())
            counts[2] += int((right & mask).sum())
            counts[3] += int((right & (universal[labels] == universal[block[:, :, KINDS + 2]]) & mask).sum())
    model.train()
    return [round(100 * c / counts[0], 2) for c in counts[1:]]


def numbered(names):
    return torch.tensor([sorted(set(names)).index(n) for n in names])


universal = numbered([r.split(":")[0] for r in vocabulary["relations"]])
universal_tag = numbered([t.split(" ")[0] for t in vocabulary["tags"]])

train, copies = load("train"), load("copies")
dev = {"ewt": load("dev-ewt"), "gum": load("dev-gum")}
# Words are forgotten now and then, rare ones more often: what is learned of them is least worth.
counts = torch.bincount(torch.cat([s[:, 0] for s in train]), minlength=SIZES[0])
forget = 0.06 + 0.4 / (1.4 + counts.float())
model = Reader(args.width)
average = Reader(args.width)
average.load_state_dict(model.state_dict())
optimizer = torch.optim.Adam(model.parameters(), lr=args.rate, betas=(0.9, 0.95), eps=1e-8, foreach=True)
# Of the copies a third is read in each epoch.
third = len(copies) // 3
each = len(grouped(train + copies[:third], args.batch, True))


def rate_at(step):
    """Rises for 200 steps, then falls in a straight line to nothing; half as high the second time."""
    peak, past, steps = args.rate, step, args.epochs * each
    if past >= steps:
        peak, past, steps = args.rate / 2, past - steps, args.again * each
    return peak * min(1, (past + 1) / 200) * max(0.01, 1 - past / max(1, steps))


step, first = 0, 0
if os.path.exists(args.out + ".pt"):
    state = torch.load(args.out + ".pt")
    model.load_state_dict(state["model"])
    average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"])
    step, first = state["step"], state["epoch"]
    torch.set_rng_state(state["random"])
print(f"{len(train)} sentences, {each} steps an epoch, {sum(p.numel() for p in model.parameters())} numbers", flush=True)

began = time.time()


def save(epoch):
    torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                "step": step, "epoch": epoch, "random": torch.get_rng_state()}, args.out + ".pt.part")
    os.replace(args.out + ".pt.part", args.out + ".pt")
    layout, at = [], 0
    with open(args.out + ".f32.part", "wb") as file:
        for name, value in average.state_dict().items():
            flat = value.detach().float().contiguous()
            file.write(flat.numpy().tobytes())
            layout.append({"name": name, "shape": list(flat.shape), "at": at})
            at += flat.numel()
    os.replace(args.out + ".f32.part", args.out + ".f32")
    json.dump({"width": args.width, "dilations": DILATIONS, "epoch": epoch, "seed": args.seed, "tensors": layout},
              open(args.out + ".layout.json", "w"))


for epoch in range(first, args.stop or args.epochs + args.again):
    sums, since = [0.0, 0.0, 0.0], step
    chosen = [copies[i] for i in torch.randperm(len(copies))[:third].tolist()]
    for block, mask in batches(train + chosen, args.batch, True):
        rate = rate_at(step)
        for group in optimizer.param_groups:
            group["lr"] = rate
        features = block[:, :, :KINDS].clone()
        features[:, :, 0][torch.rand(mask.shape) < forget[features[:, :, 0]]] = 0
        tags, arcs, rooted, where = model(features, mask)
        labels = model.labels(rooted, where, block[:, :, KINDS + 1])
        tag_loss = F.cross_entropy(tags[mask], block[:, :, KINDS][mask], label_smoothing=0.03)
        arc_loss = F.cross_entropy(arcs[mask], block[:, :, KINDS + 1][mask])
        label_loss = F.cross_entropy(labels[mask], block[:, :, KINDS + 2][mask], label_smoothing=0.03)
        loss = tag_loss + arc_loss + label_loss
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        step += 1
        if step % 4 == 0:
            keep = min(0.98, step / (step + 50))
            with torch.no_grad():
                for a, m in zip(average.parameters(), model.parameters()):
                    a.lerp_(m, 1 - keep)
        for i, part in enumerate([tag_loss, arc_loss, label_loss]):
            sums[i] += float(part)
    save(epoch + 1)
    scores = [measure(average, dev[name]) for name in ("ewt", "gum")] if epoch % 3 == 2 else []
    print(f"epoch {epoch + 1} step {step} loss {[round(s / (step - since), 3) for s in sums]} upos uas las of ewt, gum: {scores} cpu {time.process_time():.0f} clock {time.time() - began:.0f}", flush=True)
