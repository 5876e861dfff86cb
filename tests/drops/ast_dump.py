"""Reads what `lien dump --stage=ast` prints back into a tree: kinds, names, labels of the children, positions."""
import re, subprocess

LINE = re.compile(r"^( *)(?:([a-z]+): )?([A-Z]\w*)?(.*?) (\d+):(\d+)-(\d+):(\d+)$")


class Node:
    def __init__(self, kind, rest, label, span, lines):
        self.kind, self.rest, self.label = kind, rest.strip(), label
        self.start, self.end = span[:2], span[2:]  # (line, column); the end exclusive
        self.children = []
        self.lines = lines

    @property
    def name(self):
        """The name in backticks."""
        return re.search(r"`(.*)`", self.rest)[1] if "`" in self.rest else None

    @property
    def last(self):
        """The position of the last character."""
        return (self.end[0], self.end[1] - 1)

    @property
    def text(self):
        first, last = self.start[0], self.end[0]
        if first == last:
            return self.lines[first - 1][self.start[1] - 1:self.end[1] - 1]
        return "\n".join([self.lines[first - 1][self.start[1] - 1:], *self.lines[first:last - 1], self.lines[last - 1][:self.end[1] - 1]])

    def labelled(self, label):
        return [child for child in self.children if child.label == label]

    def one(self, label):
        found = self.labelled(label)
        return found[0] if found else None

    def plain(self):
        """The children without a label."""
        return [child for child in self.children if child.label is None]

    def __repr__(self):
        return f"{self.kind} {self.rest} {self.start}"


def read_ast(lien, path):
    lines = open(path, encoding="utf-8").read().split("\n")
    dump = subprocess.run([lien, "dump", "--stage=ast", str(path)], capture_output=True, text=True, check=True, timeout=60).stdout
    root, stack = None, []
    for line in dump.splitlines():
        indent, label, kind, rest, *span = LINE.match(line).groups()
        node = Node(kind or label, rest, label, tuple(map(int, span)), lines)
        depth = len(indent) // 2
        del stack[depth:]
        if stack:
            stack[-1].children.append(node)
        else:
            root = node
        stack.append(node)
    return root
