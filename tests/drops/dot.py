#!/usr/bin/env python3
"""`lien drops --format=dot`: a grammar of its own reads it back. For every program given, the graph is well formed: every edge leads from a node to a node of its
function, and every label is XML. For a few small programs it says what it should.

    dot.py LIEN [FILE.rs | FOLDER]..."""
import html, json, os, pathlib, re, subprocess, sys, tempfile
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import run_all, test

LIEN = os.path.abspath(sys.argv[1])
PROGRAMS = sys.argv[2:]


class Reader:
    """graph: 'digraph' '{' statement* '}'; statement: ID '=' ID ';' | 'subgraph' ID '{' statement* '}' | ID ('->' ID)? attributes? ';'"""

    def __init__(self, text):
        self.text, self.at = text, 0
        self.clusters = []  # (label, {node: label}, [(from, to, label)])

    def blanks(self):
        self.at = re.compile(r"\s*").match(self.text, self.at).end()

    def peek(self, word):
        self.blanks()
        return self.text.startswith(word, self.at)

    def take(self, word):
        assert self.peek(word), f"expected {word!r} at {self.text[self.at:self.at + 60]!r}"
        self.at += len(word)

    def name(self):
        self.blanks()
        if self.text[self.at] == "<":
            depth, start = 0, self.at
            while True:
                depth += {"<": 1, ">": -1}.get(self.text[self.at], 0)
                self.at += 1
                if depth == 0:
                    return ("html", self.text[start + 1:self.at - 1])
        if found := re.compile(r'"((?:[^"\\\n]|\\.)*)"').match(self.text, self.at):
            self.at = found.end()
            return ("string", re.sub(r"\\(.)", r"\1", found[1]))
        found = re.compile(r"[A-Za-z_][A-Za-z_0-9]*|[0-9]+").match(self.text, self.at)
        assert found, f"no name at {self.text[self.at:self.at + 60]!r}"
        self.at = found.end()
        return ("word", found[0])

    def attributes(self):
        found = {}
        if not self.peek("["):
            return found
        self.take("[")
        while not self.peek("]"):
            key = self.name()[1]
            self.take("=")
            found[key] = self.name()
            if self.peek(","):
                self.take(",")
        self.take("]")
        return found

    def read(self):
        self.take("digraph")
        self.statements(None)
        self.blanks()
        assert self.at == len(self.text), "something follows the graph"
        return self

    def statements(self, cluster):
        self.take("{")
        while not self.peek("}"):
            word = self.name()[1]
            if word == "subgraph":
                assert self.name()[1].startswith("cluster_")
                self.clusters.append(["", {}, []])
                self.statements(self.clusters[-1])
                continue
            if self.peek("="):
                self.take("=")
                value = self.name()[1]
                if word == "label" and cluster is None:
                    self.title = value
                elif word == "label":
                    cluster[0] = value
            elif self.peek("->"):
                self.take("->")
                to = self.name()[1]
                cluster[2].append((word, to, self.attributes().get("label", ("", ""))[1]))
            else:
                attributes = self.attributes()
                if cluster is not None:
                    assert word not in cluster[1], f"two nodes {word}"
                    cluster[1][word] = attributes["label"]
            self.take(";")
        self.take("}")


def rows(label):
    """The texts of a node's rows, and whether they are highlighted."""
    kind, text = label
    if kind != "html":
        return [(text, False)]
    return [("".join(cell.itertext()), "BGCOLOR" in cell.attrib) for cell in xml.fromstring(text).iter("TD")]


def graph(path, *options, cwd=None):
    run = subprocess.run([LIEN, "drops", "--format=dot", *options, str(path)], capture_output=True, timeout=60, cwd=cwd)
    assert run.returncode in (0, 1, 2), run.stderr
    read = Reader(run.stdout.decode("utf-8")).read()
    names = set()
    for _, nodes, edges in read.clusters:
        assert nodes and not names & set(nodes)
        names |= set(nodes)
        for label in nodes.values():
            rows(label)
            # Graphviz would put the node's name for `\N`, even inside an HTML-like label.
            assert label[0] != "html" or "\\" not in label[1]
        reached, todo = set(), [next(iter(nodes))]
        for source, target, _ in edges:
            assert source in nodes and target in nodes
        while todo:
            node = todo.pop()
            if node not in reached:
                reached.add(node)
                todo += [target for source, target, _ in edges if source == node]
        assert reached == set(nodes), f"{set(nodes) - reached} cannot be reached"
    return read


def graph_of(text, *options, name="f.rs"):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, name).write_text(text, encoding="utf-8")
        return graph(name, *options, cwd=folder)


TOY = """
fn consume(_: String) {}
fn toy(c: bool, s: String, t: String) -> usize {
    if c {
        consume(s);
        return 0;
    }
    let n = match t.len() { 0 => 1, _ => 2 };
    n
}
fn rejected(s: String) { drop(s); drop(s); }
fn declined() { unsafe {} }
"""


@test
def a_return_has_its_own_drops():
    """What is dropped on the way of each exit is highlighted, with the state at that exit; nothing unwinds."""
    _, nodes, edges = graph_of(TOY, "--function", "toy").clusters[0]
    shown = {node: rows(label) for node, label in nodes.items()}
    first = next(iter(shown))
    assert shown[first] == [("c", False), ("owned: s, t", False)], shown[first]
    assert sorted(label for source, _, label in edges if source == first) == ["false", "true"]
    taken = next(target for source, target, label in edges if source == first and label == "true")
    assert shown[taken] == [("consume(s)", False), ("return 0", False), ("drop t", True)], shown[taken]
    last = [found for found in shown.values() if ("drop s", True) in found]
    assert len(last) == 1 and last[0][-2:] == [("drop t", True), ("drop s", True)], last
    assert {"0", "_"} <= {label for _, _, label in edges}


@test
def sets():
    """Owned, gone and ambiguous, parts too."""
    text = """struct P { a: String, b: String }
    fn f(c: bool, p: P, q: String, r: String) { drop(p.a); drop(r); if c { drop(q); } let n = 1; while n > 2 {} }"""
    _, nodes, _ = graph_of(text).clusters[0]
    shown = [dict(row.split(": ") for row, _ in rows(label) if row.split(":")[0] in ("owned", "gone", "ambiguous")) for label in nodes.values()]
    assert {"owned": "p, q", "gone": "p.a, r"} in shown, shown
    assert {"owned": "p", "gone": "p.a, r", "ambiguous": "q"} in shown, shown
    assert any(("drop q, if it is there", True) in rows(label) for label in nodes.values())


@test
def functions_that_are_not_judged():
    read = graph_of(TOY)
    assert [label for label, _, _ in read.clusters] == ["fn consume", "fn toy", "fn rejected", "fn declined"]
    assert [list(nodes.values()) for label, nodes, _ in read.clusters[2:]] == [[("string", "rejected")], [("string", "not judged")]]


@test
def escapes():
    """Quotes, backslashes, angle brackets, ampersands and wide characters, in the source, in names and in the file's name."""
    text = 'struct B<T>(T);\nimpl<T> B<T> { fn new(t: T) -> B<T> { B(t) } }\nfn é日本(s: String) { let b = B::<&str>::new("\\"<é日本🦀>\\\\ &amp; \\n"); }\n'
    name = 'f"\\é日本🦀.rs'
    read = graph_of(text, name=name)
    assert read.title == name, read.title
    label, nodes, _ = read.clusters[1]
    assert label == "fn é日本"
    texts = [row for node in nodes.values() for row, _ in rows(node)]
    assert 'b = B::<&str>::new("\\"<é日本🦀>\\\\ &amp; \\n")' in texts, texts


@test
def only_one_variable():
    _, nodes, _ = graph_of(TOY, "--function=toy", "--variable=t").clusters[0]
    texts = " ".join(row for node in nodes.values() for row, _ in rows(node))
    assert "drop t" in texts and "owned: t" in texts and "drop s" not in texts and "gone: s" not in texts


@test
def every_program():
    """… has a graph that is well formed, with a cluster for each function that the schedule has."""
    files = [file for path in map(pathlib.Path, PROGRAMS) for file in (sorted(path.rglob("*.rs")) if path.is_dir() else [path])]
    functions = 0
    for file in files:
        try:
            read = graph(file)
        except AssertionError as error:
            raise AssertionError(f"{file}: {error}") from error
        schedule = json.loads(subprocess.run([LIEN, "drops", "--format=json", str(file)], capture_output=True, text=True).stdout)
        assert [f"fn {entry['function']}" for entry in schedule["functions"]] == [label for label, _, _ in read.clusters], file
        functions += len(read.clusters)
    print(f"{functions} functions of {len(files)} programs")
    assert functions or not PROGRAMS


run_all()
