"""Trains the default English reader: a dilated convolutional encoder with heads for tags, arcs and relations.

    /usr/bin/python3 train/english.py NUMBERS OUT [--epochs N] [--width N] [--hours H] [--seed N]

NUMBERS is what train/numbers.ts wrote. OUT.pt is the state after the last epoch (training goes on from it), OUT.f32 and
OUT.layout.json the averaged weights, which train/pack-english.ts makes small. Needs torch alone; one thread; everything that
multiplies matrices is a convolution, because that is what a torch without a fast BLAS is quick at.
"""
import argparse
import json
import math
import os
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

args = argparse.ArgumentParser()
args.add_argument("numbers")
args.add_argument("out")
args.add_argument("--epochs", type=int, default=20)
args.add_argument("--width", type=int, default=128)
args.add_argument("--minutes", type=float, default=60)
args.add_argument("--seed", type=int, default=1)
args.add_argument("--rate", type=float, default=2e-3)
args.add_argument("--batch", type=int, default=1000)
args.add_argument("--limit", type=int, default=0)
args = args.parse_args()
torch.manual_seed(args.seed)
torch.set_num_threads(1)

vocabulary = json.load(open(os.path.join(args.numbers, "vocabulary.json")))
KINDS = len(vocabulary["kinds"])
SIZES = [len(k["keys"]) + 1 for k in vocabulary["kinds"]]
TAGS, RELATIONS = len(vocabulary["tags"]), len(vocabulary["relations"])
DILATIONS = [1, 2, 4, 8, 1, 2]
DISTANCES = 17


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


class Reader(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(size, d) for size in SIZES])
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.35)
        self.norm0 = nn.LayerNorm(d)
        self.convs = nn.ModuleList([nn.Conv1d(d, 2 * d, 3, dilation=k, padding=k) for k in DILATIONS])
        self.norms = nn.ModuleList([nn.LayerNorm(d) for _ in DILATIONS])
        self.tag = nn.Conv1d(d, TAGS, 1)
        self.dependent = nn.Conv1d(d, 128, 1)
        self.head = nn.Conv1d(d, 128, 1)
        self.root = nn.Parameter(torch.randn(d) * 0.3)
        self.arc = nn.Conv1d(128, 128, 1)
        self.head_bias = nn.Conv1d(128, 1, 1)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.label_dependent = nn.Conv1d(d, 192, 1)
        self.label_head = nn.Conv1d(d, 192, 1)
        self.label_distance = nn.Embedding(DISTANCES, 192)
        self.label = nn.Conv1d(192, RELATIONS, 1)

    def encode(self, features, mask):
        x = sum(table(features[:, :, k]) for k, table in enumerate(self.tables))
        x = self.norm0(x)
        x = drop(x, 0.33, self.training)
        m = mask[:, :, None].float()
        for conv, norm in zip(self.convs, self.norms):
            y = conv((x * m).transpose(1, 2))
            y = F.glu(y, 1).transpose(1, 2)
            x = norm(x + drop(y, 0.2, self.training))
        return drop(x, 0.33, self.training)

    def forward(self, features, mask):
        b, n = mask.shape
        x = self.encode(features, mask)
        t = x.transpose(1, 2)
        tags = self.tag(t)
        rooted = torch.cat([self.root[None, :, None].expand(b, -1, 1), t], 2)
        dependents = drop(F.relu(self.dependent(t)).transpose(1, 2), 0.33, self.training)
        heads = drop(F.relu(self.head(rooted)).transpose(1, 2), 0.33, self.training).transpose(1, 2)
        arcs = self.arc(dependents.transpose(1, 2)).transpose(1, 2) @ heads / math.sqrt(128)
        where = buckets(n)
        arcs = arcs + self.head_bias(heads) + self.distance[where][None]
        full = torch.cat([torch.ones(b, 1, dtype=torch.bool), mask], 1)
        arcs = arcs.masked_fill(~full[:, None, :], -1e4)
        arcs = arcs.masked_fill(torch.eye(n + 1, dtype=torch.bool)[1:][None], -1e4)
        return tags, arcs, rooted, where

    def labels(self, rooted, where, gold):
        b, n = gold.shape
        dependents = self.label_dependent(rooted[:, :, 1:])
        heads = self.label_head(rooted)
        chosen = heads.gather(2, gold[:, None, :].expand(-1, 192, -1))
        distance = self.label_distance(where[torch.arange(n)[None].expand(b, -1), gold]).transpose(1, 2)
        return self.label(drop(F.relu(dependents + chosen + distance), 0.25, self.training))


def drop(x, p, training):
    """Dropout of whole channels of a sentence half of the time's worth: channels for the sentence, then single values."""
    if not training:
        return x
    keep = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - p / 2) / (1 - p / 2)
    return F.dropout(x * keep, p / 2)


def batches(sentences, size, shuffle):
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
    for group in groups:
        n = max(len(sentences[i]) for i in group)
        block = torch.zeros(len(group), n, KINDS + 3, dtype=torch.long)
        mask = torch.zeros(len(group), n, dtype=torch.bool)
        for k, i in enumerate(group):
            block[k, : len(sentences[i])] = sentences[i]
            mask[k, : len(sentences[i])] = True
        yield block, mask


def measure(model, sentences):
    """Tags right, heads right, heads and full relations right: greedy heads, no tree enforced."""
    model.eval()
    counts = [0, 0, 0, 0]
    with torch.no_grad():
        for block, mask in batches(sentences, 2000, False):
            tags, arcs, rooted, where = model(block[:, :, :KINDS], mask)
            heads = arcs.argmax(2)
            labels = model.labels(rooted, where, heads).argmax(1)
            right = heads == block[:, :, KINDS + 1]
            counts[0] += int(mask.sum())
            counts[1] += int(((tags.argmax(1) == block[:, :, KINDS]) & mask).sum())
            counts[2] += int((right & mask).sum())
            counts[3] += int((right & (universal[labels] == universal[block[:, :, KINDS + 2]]) & mask).sum())
    model.train()
    return [round(100 * c / counts[0], 2) for c in counts[1:]]


names = [r.split(":")[0] for r in vocabulary["relations"]]
universal = torch.tensor([sorted(set(names)).index(n) for n in names])

train = load("train")
dev = {"ewt": load("dev-ewt"), "gum": load("dev-gum")}
if args.limit:
    train = train[: args.limit]
model = Reader(args.width)
average = Reader(args.width)
average.load_state_dict(model.state_dict())
optimizer = torch.optim.Adam(model.parameters(), lr=args.rate, betas=(0.9, 0.95), eps=1e-8)
steps = sum(1 for _ in batches(train, args.batch, True))
total = steps * args.epochs
step, first = 0, 0
if os.path.exists(args.out + ".pt"):
    state = torch.load(args.out + ".pt")
    model.load_state_dict(state["model"])
    average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"])
    step, first = state["step"], state["epoch"]
    torch.manual_seed(args.seed + first)
print(f"{len(train)} sentences, {steps} steps an epoch, {sum(p.numel() for p in model.parameters())} numbers", flush=True)

began = time.time()


def save(epoch):
    torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                "step": step, "epoch": epoch}, args.out + ".pt.part")
    os.replace(args.out + ".pt.part", args.out + ".pt")
    layout, at = [], 0
    with open(args.out + ".f32.part", "wb") as file:
        for name, value in average.state_dict().items():
            flat = value.detach().float().contiguous()
            file.write(flat.numpy().tobytes())
            layout.append({"name": name, "shape": list(flat.shape), "at": at})
            at += flat.numel()
    os.replace(args.out + ".f32.part", args.out + ".f32")
    json.dump({"width": args.width, "dilations": DILATIONS, "epoch": epoch, "tensors": layout}, open(args.out + ".layout.json", "w"))


for epoch in range(first, args.epochs):
    sums = [0.0, 0.0, 0.0]
    for block, mask in batches(train, args.batch, True):
        # How far through: by steps or by the clock, whichever runs out first.
        done = max(step / total, (time.time() - began) / 60 / args.minutes)
        if done >= 1:
            break
        rate = args.rate * min(1, (step + 1) / 200) * max(0.02, 1 - done)
        for group in optimizer.param_groups:
            group["lr"] = rate
        features = block[:, :, :KINDS].clone()
        unknown = torch.rand(mask.shape) < 0.12
        features[:, :, 0][unknown] = 0
        tags, arcs, rooted, where = model(features, mask)
        flat = mask.reshape(-1)
        tag_loss = F.cross_entropy(tags.transpose(1, 2).reshape(-1, TAGS)[flat], block[:, :, KINDS].reshape(-1)[flat], label_smoothing=0.03)
        arc_loss = F.cross_entropy(arcs.reshape(-1, arcs.shape[2])[flat], block[:, :, KINDS + 1].reshape(-1)[flat])
        labels = model.labels(rooted, where, block[:, :, KINDS + 1])
        label_loss = F.cross_entropy(labels.transpose(1, 2).reshape(-1, RELATIONS)[flat], block[:, :, KINDS + 2].reshape(-1)[flat], label_smoothing=0.03)
        loss = tag_loss + arc_loss + label_loss
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        step += 1
        keep = min(0.995, step / (step + 50))
        with torch.no_grad():
            for a, m in zip(average.parameters(), model.parameters()):
                a.mul_(keep).add_(m, alpha=1 - keep)
        for i, part in enumerate([tag_loss, arc_loss, label_loss]):
            sums[i] += float(part)
        if step % 100 == 0:
            print(f"  step {step} loss {[round(s / (step - epoch * steps or 1), 3) for s in sums]} rate {rate:.5f} cpu {time.process_time():.0f} clock {time.time() - began:.0f}", flush=True)
    save(epoch + 1)
    print(f"epoch {epoch + 1} tags heads las: ewt {measure(average, dev['ewt'])} gum {measure(average, dev['gum'])} cpu {time.process_time():.0f} clock {time.time() - began:.0f}", flush=True)
    if done >= 1:
        break
