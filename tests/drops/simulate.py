"""A small interpreter that runs a program of the language and drops only what a schedule tells it to.

It knows how values move: every value stands in one slot (a variable, a parameter, a temporary, a field), and moving it empties the slot it came from. Where a scope
ends, a jump leaves or an assignment replaces, it looks up the exit in the schedule (`lien drops --format=json`) and drops what stands there, in that order; it has
no rule of its own about what is dropped where. Only what the drop of one whole value does is fixed here: its own `Drop::drop`, then its parts from the first to the
last. So a schedule with a drop too few, too many or in the wrong order gives another trace.

Several paths through one place have an entry each. The one that is taken is told by what is there: its drops must lie inside the construct that ends, and all that
are unconditional must find a value.
"""
from ast_dump import read_ast


class Unsupported(Exception):
    """Outside of what the interpreter knows; the text says what."""


class Wrong(Exception):
    """The schedule cannot be followed."""


class Jump(Exception):
    def __init__(self, kind, label=None, value=None):
        super().__init__(kind)
        self.kind, self.label, self.value = kind, label, value


class Slot:
    def __init__(self, value=None):
        self.value = None
        if value is not None:
            self.put(value)

    def put(self, value):
        self.value = value
        if isinstance(value, Thing):
            value.home = self

    @property
    def is_live(self):
        return isinstance(self.value, Thing) and self.value.home is self

    def take(self):
        """The value, moved out if it is one that moves."""
        value = self.value
        if isinstance(value, Thing):
            if not self.is_live:
                raise Wrong("a value is used after it was moved or dropped")
            value.home = None
        return value


class Ref:
    def __init__(self, slot):
        self.slot = slot


class Thing:
    """A value that moves: a struct, enum variant, tuple, array, box or iterator."""

    def __init__(self, type_name, variant=None, fields=()):
        self.type_name, self.variant, self.home = type_name, variant, None
        self.fields = {name: Slot(value) for name, value in fields}


def numbered(values):
    return [(str(i), value) for i, value in enumerate(values)]


class Schedule:
    def __init__(self, data):
        self.exits = {}
        self.executed = []  # (index of the exit, index of the drop, did anything show?)
        for index, entry in enumerate(data["exits"]):
            at = (entry["at"]["line"], entry["at"]["col"])
            self.exits.setdefault((entry["function"], entry["exit"], at), []).append((index, entry["drops"]))
        self.functions = [((f["at"]["line"], f["at"]["col"]), f["function"], f["status"]) for f in data["functions"]]

    def path_of(self, node):
        body = node.one("body")
        inside = [(at, path, status) for at, path, status in self.functions if node.start <= at < body.start]
        if not inside:
            raise Unsupported(f"no schedule for {node}")
        if inside[0][2] != "judged":
            raise Unsupported(f"`{inside[0][1]}` was {inside[0][2]}")
        return inside[0][1]


class Frame:
    def __init__(self, path, node):
        self.path, self.node = path, node
        self.scopes = [{}]
        self.slots = {}  # by (name, declaration) or (text, start)
        self.params = {}

    def declare(self, name, at, value):
        slot = Slot(value)
        self.scopes[-1][name] = slot
        self.slots[(name, at)] = slot
        return slot

    def temporary(self, node, value):
        slot = self.slots[(node.text[:60], node.start)] = Slot(value)
        return slot

    def find(self, name):
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        return None


class Simulator:
    """`run()` gives what the program prints."""

    def __init__(self, lien, path, schedule):
        self.schedule = Schedule(schedule)
        self.printed = []
        self.steps = 0
        self.functions, self.methods, self.drops, self.tuples, self.structs, self.variants = {}, {}, {}, {}, {}, {}
        for item in read_ast(lien, path).children:
            self.collect(item)

    def collect(self, item):
        if item.kind == "Fn":
            self.functions[item.name] = item
        elif item.kind == "Struct":
            fields = [field.name for field in item.children if field.kind == "Field"]
            self.structs[item.name] = fields
            if fields and fields[0].isdigit():
                self.tuples[item.name] = len(fields)
        elif item.kind == "Impl":
            name, trait = item.one("self").name, item.one("trait")
            if trait is not None and trait.name != "Drop":
                raise Unsupported(f"impl of {trait.name}")
            for method in item.children:
                if method.kind == "Fn":
                    (self.drops if trait is not None else self.methods)[name if trait is not None else (name, method.name)] = method
        elif item.kind == "Enum":
            for variant in item.children:
                if variant.kind == "Variant":
                    self.variants[f"{item.name}::{variant.name}"] = (item.name, variant.name)
        elif item.kind not in ("Attribute",):
            raise Unsupported(item.kind)

    def run(self):
        self.call(self.functions["main"], [])
        return "".join(self.printed)

    # ------------------------------------------------------------------------------------------------------------------ drops

    def destroy(self, value):
        """A whole value: its destructor, then its parts."""
        if not isinstance(value, Thing):
            return
        if value.type_name in self.drops:
            slot = value.home if value.home is not None else Slot(value)
            self.call(self.drops[value.type_name], [Ref(slot)])
        for field in value.fields.values():
            if field.is_live:
                self.destroy(field.value)
        value.home = None

    def needs_drop(self, value):
        """Is anything left that a drop would show?"""
        return value.type_name in self.drops or any(field.is_live and self.needs_drop(field.value) for field in value.fields.values())

    def slot_of(self, frame, drop):
        if drop["variable"].startswith("param#"):
            return frame.params.get(drop["variable"])
        at = (drop["decl"]["line"], drop["decl"]["col"])
        return frame.slots.get((drop["text"] if drop["variable"] == "temp" else drop["variable"], at))

    def resolve(self, slot, drop):
        """The slots that a drop means; nothing: they are no part of this variant; None: there is no value."""
        rest = drop["projection"]
        if rest.endswith("{box}"):
            return []  # no destructor shows that memory is freed
        others = rest.endswith("{other variants}")
        rest = rest.removesuffix("{other variants}")
        while True:
            if slot is None or not slot.is_live:
                return None
            if not rest:
                return [] if others and slot.value.variant in drop["other_than"] else [slot]
            if rest.startswith(" as "):
                variant, _, rest = rest[4:].partition(".")
                if slot.value.variant != variant:
                    return []
                rest = "." + rest
            if rest.startswith("["):
                inside, _, rest = rest[1:].partition("]")
                if ".." in inside:
                    first, last = map(int, inside.split(".."))
                    found = [slot.value.fields[str(i)] for i in range(first, last)]
                    return found if all(part.is_live for part in found) else None
                slot = slot.value.fields.get(inside)
                continue
            assert rest.startswith("."), rest
            cut = min([i for i in (rest.find(".", 1), rest.find("[", 1), rest.find(" as ", 1)) if i > 0], default=len(rest))
            slot, rest = slot.value.fields.get(rest[1:cut]), rest[cut:]

    def leave(self, frame, kind, at, inside=None, target=None):
        """Takes an exit, if the schedule has one that fits. `inside`: where what it drops is declared; `target`: the place that is assigned to."""
        best = None
        for index, drops in self.schedule.exits.get((frame.path, kind, at), []):
            found = []
            for drop in drops:
                decl = drop["decl"] and (drop["decl"]["line"], drop["decl"]["col"])
                if inside is not None and (decl is None and inside != [frame.node] or decl is not None and not any(n.start <= decl < n.end for n in inside)):
                    break
                slots = [target] if target is not None and drop["projection"] == ".*" and target.is_live else self.resolve(self.slot_of(frame, drop), drop)
                if slots is None and "conditional" not in drop["kind"]:
                    break
                found.append(slots or [])
            else:
                if best is None or len(found) > len(best[1]):
                    best = (index, found)
        if best is None:
            return
        for number, slots in enumerate(best[1]):
            before = len(self.printed)
            for slot in slots:
                if not slot.is_live:
                    raise Wrong(f"a value is dropped twice at {at}")
                self.destroy(slot.value)
            self.schedule.executed.append((best[0], number, len(self.printed) > before))

    # ------------------------------------------------------------------------------------------------------------------ calls

    def call(self, function, arguments):
        frame = Frame(self.schedule.path_of(function), function)
        arguments = list(arguments)
        if any(child.kind == "SelfParam" for child in function.children):
            frame.declare("self", next(child for child in function.children if child.kind == "SelfParam").start, arguments.pop(0))
            first = 2
        else:
            first = 1
        params = [child for child in function.children if child.kind == "Param"]
        for number, (param, argument) in enumerate(zip(params, arguments), first):
            pattern = param.children[0]
            if pattern.kind == "IdentPat":
                frame.declare(pattern.name, pattern.start, argument)
            else:
                frame.params[f"param#{number}"] = slot = Slot(argument)
                self.bind(frame, pattern, slot)
        body = function.one("body")
        try:
            value = self.block(frame, body, [function])
        except Jump as jump:
            if jump.kind != "return":
                raise
            value = jump.value
        return value

    def invoke(self, frame, node):
        callee, name = node.one("callee"), node.one("callee").name
        if callee.kind != "Path":
            raise Unsupported("a call of a value")
        arguments = [self.operand(frame, argument) for argument in node.labelled("arg")]
        values = [argument.take() for argument in arguments]
        if name in self.functions:
            return self.call(self.functions[name], values)
        if name in ("Some", "Ok", "Err"):
            return Thing("Option" if name == "Some" else "Result", name, numbered(values))
        if name in self.variants:
            return Thing(*self.variants[name], numbered(values))
        if name in self.tuples:
            return Thing(name, None, numbered(values))
        if name == "Box::new":
            return Thing("Box", None, [("*", values[0])])
        if name in ("drop", "mem::drop", "std::mem::drop"):
            return self.destroy(Slot(values[0]).value)
        raise Unsupported(f"call of {name}")

    def method(self, frame, node):
        receiver = self.place(frame, node.one("receiver"))
        arguments = [self.operand(frame, argument).take() for argument in node.labelled("arg")]
        while isinstance(receiver.value, Ref):
            receiver = receiver.value.slot
        value = receiver.value
        if isinstance(value, str) and node.name == "len":
            return len(value.encode())
        if isinstance(value, Thing) and value.type_name == "Option" and node.name == "is_some":
            return value.variant == "Some"
        if isinstance(value, str) and node.name == "is_empty":
            return not value
        function = self.methods.get((value.type_name, node.name)) if isinstance(value, Thing) else None
        if function is None:
            raise Unsupported(f"method {node.name}")
        takes = next(child for child in function.children if child.kind == "SelfParam")
        return self.call(function, [Ref(receiver) if "&" in takes.rest else receiver.take(), *arguments])

    # --------------------------------------------------------------------------------------------------------------- patterns

    def bind(self, frame, pattern, slot):
        """Binds, moving parts out of the slot; False where the pattern does not fit (it is tested before anything moves)."""
        if not self.fits(pattern, slot):
            return False
        self.move_into(frame, pattern, slot)
        return True

    def fits(self, pattern, slot):
        if pattern.kind in ("IdentPat", "WildPat"):
            return pattern.name != "None" or slot.value.variant == "None"
        if pattern.kind == "PathPat":
            return slot.value.variant == pattern.name.split("::")[-1]
        if pattern.kind == "LiteralPat":
            return slot.value == self.rvalue(None, pattern.children[0])
        if pattern.kind == "SlicePat":
            return True  # of an array of known length, with bindings only
        if pattern.kind == "TupleStructPat":
            return slot.value.variant == pattern.name.split("::")[-1] and all(self.fits(p, slot.value.fields[str(i)]) for i, p in enumerate(pattern.plain()))
        if pattern.kind == "TuplePat":
            return all(self.fits(p, slot.value.fields[str(i)]) for i, p in enumerate(pattern.plain()))
        raise Unsupported(pattern.kind)

    def move_into(self, frame, pattern, slot):
        if pattern.kind == "IdentPat" and pattern.name != "None":
            frame.declare(pattern.name, pattern.start, slot.take())
        elif pattern.kind in ("TupleStructPat", "TuplePat", "SlicePat"):
            for i, part in enumerate(pattern.plain()):
                if part.kind == "RestPat":
                    break  # at the end only
                self.move_into(frame, part, slot.value.fields[str(i)])

    def show_guard(self, frame, pattern, slot):
        """A guard sees the bindings by reference; nothing moves yet."""
        if pattern.kind == "IdentPat":
            frame.scopes[-1][pattern.name] = Slot(Ref(slot))
        elif pattern.kind in ("TupleStructPat", "TuplePat"):
            for i, part in enumerate(pattern.plain()):
                self.show_guard(frame, part, slot.value.fields[str(i)])

    # ------------------------------------------------------------------------------------------------------------- statements

    def block(self, frame, block, inside):
        """The value of a block. `inside`: where that is declared which ends with it."""
        frame.scopes.append({})
        try:
            value = None
            for child in block.children:
                if child.label == "tail":
                    value = self.value(frame, child)
                    if child.last != block.last:
                        self.leave(frame, "scope", child.last, [child])
                else:
                    self.statement(frame, child)
            self.leave(frame, "scope", block.last, inside)
            return value
        finally:
            frame.scopes.pop()

    def statement(self, frame, node):
        self.steps += 1
        if self.steps > 10000:
            raise Unsupported("a program that runs for long")
        if node.kind == "Let":
            self.let(frame, node)
        elif node.kind == "ExprStmt":
            self.operand(frame, node.children[0])  # what comes out is nobody's
            self.leave(frame, "scope", node.last, [node])
        elif node.kind not in ("Fn", "Struct"):
            raise Unsupported(node.kind)

    def let(self, frame, node):
        pattern, init, otherwise = node.plain()[0], node.one("init"), node.one("else")
        if init is None:
            frame.declare(pattern.name, pattern.start, None)
            return
        if pattern.kind == "IdentPat":
            value = self.value(frame, init)
            frame.declare(pattern.name, pattern.start, value)
        elif not self.bind(frame, pattern, self.place(frame, init)):
            self.leave(frame, "scope", node.last, [node])
            self.value(frame, otherwise)
            raise Wrong("`else` of a `let` came back")
        self.leave(frame, "scope", node.last, [node])

    # ------------------------------------------------------------------------------------------------------------ expressions

    PLACES = ("Path", "Field", "Index", "Unary")

    def value(self, frame, node):
        """What a node comes to, moved out of where it was; the caller puts it somewhere."""
        if node.kind in self.PLACES and (node.kind != "Unary" or node.rest == "*") and not self.is_constant(frame, node):
            return self.place(frame, node).take()
        value = self.rvalue(frame, node)
        return value

    def is_constant(self, frame, node):
        return node.kind == "Path" and frame.find(node.name) is None

    def operand(self, frame, node):
        """An argument, or a field of a literal: it waits in a temporary of its own."""
        return frame.temporary(node, self.value(frame, node))

    def place(self, frame, node):
        """The slot that a place expression names; of other expressions, the temporary that holds their value."""
        if node.kind == "Paren":
            inner = node.children[0]
            return self.place(frame, inner) if inner.kind in self.PLACES else self.operand(frame, node)
        if node.kind == "Path" and not self.is_constant(frame, node):
            return frame.find(node.name)
        if node.kind == "Field":
            base = self.place(frame, node.children[0])
            while isinstance(base.value, Ref) or (base.value.type_name == "Box" and node.name not in base.value.fields):
                base = base.value.slot if isinstance(base.value, Ref) else base.value.fields["*"]
            return base.value.fields[node.name]
        if node.kind == "Index":
            base = self.place(frame, node.plain()[0])
            return base.value.fields[str(self.value(frame, node.one("index")))]
        if node.kind == "Unary" and node.rest == "*":
            base = self.place(frame, node.children[0])
            return base.value.slot if isinstance(base.value, Ref) else base.value.fields["*"]
        return self.operand(frame, node)

    def condition(self, frame, node):
        """Of an `if` or a `while`, with `let`."""
        if node.kind == "LetExpr":
            return self.bind(frame, node.plain()[0], self.place(frame, node.one("scrutinee")))
        if node.kind == "Binary" and node.rest == "&&":
            return all(self.condition(frame, side) for side in node.plain())
        value = self.value(frame, node)
        self.leave(frame, "scope", node.last, [node])
        return value

    def rvalue(self, frame, node):
        handler = getattr(self, "eval_" + node.kind, None)
        if handler is None:
            raise Unsupported(node.kind)
        return handler(frame, node)

    def eval_Path(self, frame, node):
        if node.name == "None":
            return Thing("Option", "None")
        if node.name in self.structs:
            return Thing(node.name)
        if node.name in self.variants:
            return Thing(*self.variants[node.name])
        raise Unsupported(f"path {node.name}")

    def eval_Literal(self, frame, node):
        kind, _, text = node.rest.partition(" ")
        if kind == "int":
            return int(text)
        if kind == "bool":
            return text == "true"
        if kind == "str":
            return text[1:-1]
        raise Unsupported(f"literal {kind}")

    def eval_Paren(self, frame, node):
        return self.value(frame, node.children[0])

    def eval_Call(self, frame, node):
        return self.invoke(frame, node)

    def eval_MethodCall(self, frame, node):
        return self.method(frame, node)

    def eval_Borrow(self, frame, node):
        return Ref(self.place(frame, node.children[0]))

    def eval_Tuple(self, frame, node):
        parts = [self.operand(frame, part) for part in node.plain()]
        return Thing("tuple", None, numbered(part.take() for part in parts))

    def eval_Array(self, frame, node):
        parts = [self.operand(frame, part) for part in node.plain()]
        return Thing("array", None, numbered(part.take() for part in parts))

    def eval_Struct(self, frame, node):
        given = {field.name: self.operand(frame, field.children[0]) for field in node.plain() if field.kind == "FieldInit"}
        base = node.one("base") and self.place(frame, node.one("base"))
        return Thing(node.name, None, [(name, (given[name] if name in given else base.value.fields[name]).take()) for name in self.structs[node.name]])

    def eval_Cast(self, frame, node):
        return self.value(frame, node.plain()[0])

    def eval_MacroCall(self, frame, node):
        arguments = node.labelled("arg")
        if node.name == "vec":
            parts = [self.operand(frame, part) for part in arguments]
            return Thing("Vec", None, numbered(part.take() for part in parts))
        if node.name not in ("print", "println"):
            raise Unsupported(f"{node.name}!")
        text, values = self.eval_Literal(frame, arguments[0]), arguments[1:]
        while "{" in text:
            before, _, rest = text.partition("{")
            name, _, after = rest.partition("}")
            name = name.partition(":")[0]
            slot = frame.find(name) if name else self.place(frame, values.pop(0))
            while isinstance(slot.value, Ref):
                slot = slot.value.slot
            text = f"{before}{self.shown(slot.value)}{after}"
        self.printed.append(text + ("\n" if node.name == "println" else ""))
        self.leave(frame, "scope", node.start, [node])  # what the arguments left
        return None

    def shown(self, value):
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, Thing):
            return value.variant + (f"({self.shown(value.fields['0'].value)})" if value.fields else "")
        return value

    def eval_Block(self, frame, node):
        try:
            return self.block(frame, node, [node])
        except Jump as jump:
            if jump.kind == "break" and jump.label is not None and jump.label == node.name:
                return jump.value
            raise

    def eval_If(self, frame, node):
        condition, then, otherwise = node.one("condition"), node.one("then"), node.one("else")
        frame.scopes.append({})
        try:
            if self.condition(frame, condition):
                return self.block(frame, then, [condition, then])
        finally:
            frame.scopes.pop()
        self.leave(frame, "scope", then.last, [condition])
        return self.value(frame, otherwise) if otherwise is not None else None

    def eval_Match(self, frame, node):
        scrutinee = self.place(frame, node.one("scrutinee") or node.plain()[0])
        for arm in [child for child in node.children if child.kind == "Arm"]:
            frame.scopes.append({})
            try:
                pattern, guard = arm.plain()[0], arm.one("guard")
                if guard is not None and self.fits(pattern, scrutinee):
                    self.show_guard(frame, pattern, scrutinee)
                    if not self.value(frame, guard):
                        continue
                if self.bind(frame, pattern, scrutinee):
                    body = arm.one("body") or arm.plain()[-1]
                    value = self.value(frame, body)
                    self.leave(frame, "scope", body.last, [arm])
                    return value
            finally:
                frame.scopes.pop()
        raise Wrong("no arm fits")

    def loop(self, node, turn):
        """Runs `turn` until it says that the loop is over; the value of a `break`."""
        while True:
            try:
                if not turn():
                    return None
            except Jump as jump:
                if jump.kind == "return" or jump.label not in (None, node.name):
                    raise
                if jump.kind == "break":
                    return jump.value

    def eval_For(self, frame, node):
        pattern, iterable, body = node.plain()[0], node.one("iterable"), node.one("body")
        if iterable.kind == "Range":
            items = [Slot(i) for i in range(self.value(frame, iterable.one("lo")), self.value(frame, iterable.one("hi")))]
        else:
            source = self.value(frame, iterable)
            iterator = frame.temporary(iterable, Thing("IntoIter"))
            iterator.value.fields = {name: slot for name, slot in source.fields.items()}
            items = list(source.fields.values())

        def turn():
            if not items:
                return False
            frame.scopes.append({})
            try:
                self.move_into(frame, pattern, items.pop(0))
                self.block(frame, body, [pattern, body])
            finally:
                frame.scopes.pop()
            return True

        self.loop(node, turn)
        self.leave(frame, "scope", node.last, [iterable])
        return None

    def eval_While(self, frame, node):
        condition, body = node.one("condition"), node.one("body")

        def turn():
            frame.scopes.append({})
            try:
                if self.condition(frame, condition):
                    self.block(frame, body, [condition, body])
                    return True
            finally:
                frame.scopes.pop()
            self.leave(frame, "scope", body.last, [condition])
            return False

        return self.loop(node, turn)

    def eval_Loop(self, frame, node):
        body = node.one("body")

        def turn():
            self.block(frame, body, [body])
            return True

        return self.loop(node, turn)

    def eval_Return(self, frame, node):
        value = self.value(frame, node.children[0]) if node.children else None
        self.leave(frame, "return", node.start)
        raise Jump("return", None, value)

    def eval_Break(self, frame, node):
        value = self.value(frame, node.children[0]) if node.children else None
        self.leave(frame, "break", node.start)
        raise Jump("break", node.name, value)

    def eval_Continue(self, frame, node):
        self.leave(frame, "continue", node.start)
        raise Jump("continue", node.name)

    def eval_Try(self, frame, node):
        value = self.operand(frame, node.children[0]).take()
        if value.variant in ("None", "Err"):
            self.leave(frame, "question", node.last)
            raise Jump("return", None, value)
        return value.fields["0"].take()

    def eval_Assign(self, frame, node):
        left, right = node.plain()
        value = self.operand(frame, right).take()
        target = self.place(frame, left)
        self.leave(frame, "assign", left.start, None, target)
        if target.is_live and self.needs_drop(target.value):
            raise Wrong("an assignment over a value that was not dropped")
        target.put(value)
        return None

    def eval_AssignOp(self, frame, node):
        left, right = node.plain()
        value = self.value(frame, right)
        target = self.place(frame, left)
        target.value = self.arithmetic(node.rest.removesuffix("="), target.value, value)
        return None

    def eval_Binary(self, frame, node):
        left, right = node.plain()
        if node.rest in ("&&", "||"):
            value = self.value(frame, left)
            self.leave(frame, "scope", left.last, [left])
            if value == (node.rest == "&&"):
                value = self.value(frame, right)
                self.leave(frame, "scope", right.last, [right])
            return value
        values = [self.value(frame, left), self.value(frame, right)]
        return self.arithmetic(node.rest, *values)

    def eval_Unary(self, frame, node):
        value = self.value(frame, node.children[0])
        return not value if node.rest == "!" else -value

    @staticmethod
    def arithmetic(operator, left, right):
        table = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "==": lambda: left == right, "!=": lambda: left != right,
                 "<": lambda: left < right, ">": lambda: left > right, "<=": lambda: left <= right, ">=": lambda: left >= right}
        if operator not in table:
            raise Unsupported(f"operator {operator}")
        return table[operator]()
