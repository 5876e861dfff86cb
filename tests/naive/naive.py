"""A borrow checker straight from the rules: RFC 2094 ("Layer 4" included), RFC 2025, and the rustc dev guide's "The borrow check".

It takes the facts of one function (`lien dump --stage=borrows`, one JSON object) and finds, with sets and fixpoints and no thought of speed, where loans are
in scope, which accesses they forbid, and which lifetimes of the signature would have to outlive another. It shares no code with the checker and trusts it
only for what the facts say: the MIR, where locals may be initialised, the regions in types, and what must outlive what.

A loan is named by the point at which it is made."""


def solve(facts):
    """{"conflicts": [(point, loan)], "universal_errors": {(longer, shorter)}}"""
    return Body(facts).answers()


class Loan:
    def __init__(self, at, place, kind, region, assigned):
        self.at, self.place, self.kind, self.region, self.assigned = at, place, kind, region, assigned
        self.activation = None  # of a two-phase loan
        self.two_phase = False


class Body:
    def __init__(self, facts):
        self.facts = facts
        self.points, self.blocks, self.locals = facts["points"], facts["blocks"], facts["locals"]
        self.block_of = [None] * len(self.points)
        self.next, self.before = [[] for _ in self.points], [[] for _ in self.points]
        for number, block in enumerate(self.blocks):
            for point in range(block["first"], block["last"] + 1):
                self.block_of[point] = number
                if point < block["last"]:
                    self.next[point] = [point + 1]
            self.next[block["last"]] = [self.blocks[s]["first"] for s in block["successors"]]
        for point, following in enumerate(self.next):
            for other in following:
                self.before[other].append(point)

    # ---- RFC 2094, "Liveness"

    def uses_and_definitions(self, point):
        """(locals used, locals defined, local dropped or None) at a point. A place with steps uses its local, whatever is done to it."""
        used, defined, dropped = set(), set(), None
        it = self.points[point]
        for _, place, _ in reads(it):
            used.add(place["local"])
            used.update(indices(place))
        written = it.get("place")
        if written:
            used.update(indices(written))
            whole = not written["steps"]
            if it["is"] == "drop":
                dropped = written["local"] if whole else None
            if it["is"] in ("assign", "call", "storage live", "storage dead") and whole:
                defined.add(written["local"])
            elif not (it["is"] == "drop" and whole):
                used.add(written["local"])
        return used, defined, dropped

    def live_points(self):
        """Per region: the points on whose entry a local that mentions it may be used later, or dropped later while it may hold a value."""
        facts = self.facts
        live = [set() for _ in range(facts["regions"])]
        effects = [self.uses_and_definitions(p) for p in range(len(self.points))]
        for local, regions in enumerate(facts["local_regions"]):
            if not regions["type"]:
                continue
            used_later = self.backward({p for p, e in enumerate(effects) if local in e[0]}, {p for p, e in enumerate(effects) if local in e[1]}, lambda _: True)
            for region in regions["type"]:
                live[region] |= used_later
            starts = {p for p, e in enumerate(effects) if e[2] == local and local in facts["initialised"][p]}
            dropped_later = self.backward(starts, {p for p, e in enumerate(effects) if local in e[1]}, lambda p: self.initialised_after(p, local))
            for region in regions["drop"]:
                live[region] |= dropped_later
        for region, point in facts["made"]:
            live[region].add(point)
        return live

    def initialised_after(self, point, local):
        block = self.blocks[self.block_of[point]]
        if point == block["last"]:
            return local in self.facts["initialised_after"][self.block_of[point]]
        return True  # no way from a point inside a block to the next loses a value that is still there later

    def backward(self, starts, stops, may_pass):
        """Points from whose entry a start can be reached without passing a stop."""
        found, todo = set(starts), list(starts)
        while todo:
            for point in self.before[todo.pop()]:
                if point not in found and point not in stops and may_pass(point):
                    found.add(point)
                    todo.append(point)
        return found

    # ---- RFC 2094, "Solving constraints"; the regions of the signature hold everywhere, and at their own end

    def region_values(self):
        facts = self.facts
        values = [set(points) for points in self.live_points()]
        for region in range(facts["universal"]):
            values[region] |= set(range(len(self.points)))
            values[region].add(("end", region))
        changed = True
        while changed:
            changed = False
            for longer, shorter in facts["outlives"]:
                if not values[shorter] <= values[longer]:
                    values[longer] |= values[shorter]
                    changed = True
        return values

    # ---- loans

    def loans(self):
        regions = dict(self.facts["borrow_regions"])
        loans = {}
        for point in self.numbering():
            it = self.points[point]
            value = it.get("value")
            if it["is"] != "assign" or value["is"] != "borrow" or self.needs_no_loan(value["place"]):
                continue
            loans[point] = Loan(point, value["place"], value["kind"], regions[point], it["place"])
        # RFC 2025: a two-phase borrow whose reference goes into a temporary is activated by the temporary's one use.
        for loan in loans.values():
            temporary = loan.assigned
            if loan.kind != "two-phase" or temporary["steps"] or self.locals[temporary["local"]]["kind"] != "temporary":
                continue
            loan.two_phase = True
            uses = [p for p in range(len(self.points)) if p != loan.at and self.mentions(p, temporary["local"])]
            loan.activation = uses[0] if uses else None
        return loans

    def numbering(self):
        """Points in the order in which rustc numbers loans, from which follows which of several is blamed: blocks in preorder, last successor first."""
        order, seen, todo = [], set(), [0]
        while todo:
            number = todo.pop()
            if number in seen:
                continue
            seen.add(number)
            block = self.blocks[number]
            order.extend(range(block["first"], block["last"] + 1))
            todo.extend(block["successors"])
        return order

    def mentions(self, point, local):
        used, _, dropped = self.uses_and_definitions(point)
        written = self.points[point].get("place")
        return local in used or dropped == local or bool(written) and written["local"] == local and self.points[point]["is"] in ("assign", "call")

    def needs_no_loan(self, place):
        """What lies behind a shared reference cannot be changed by anybody."""
        return any(s["step"] == "deref" and s["of"] == "shared" for s in place["steps"])

    def loans_in_scope(self, loans, values):
        """Per point, on entry: a loan comes into scope after the borrow, while its region holds, until what it borrows has another name."""
        scope = [set() for _ in self.points]
        todo = list(range(len(self.points)))
        while todo:
            point = todo.pop()
            after = self.after(point, {l for l in scope[point] if point in values[loans[l].region]}, loans)
            for following in self.next[point]:
                held = {l for l in after if following in values[loans[l].region]}
                if not held <= scope[following]:
                    scope[following] |= held
                    todo.append(following)
        return scope

    def after(self, point, scope, loans):
        it = self.points[point]
        after = set(scope)
        if point in loans:
            after.add(point)
        if it["is"] in ("assign", "storage dead"):
            after = {l for l in after if not replaces(it["place"], loans[l].place)}
        return after

    # ---- "The borrow check": accesses

    def accesses(self, point, loans):
        """[(what, place, depth, span, borrow kind, activated loan)] in the order in which they happen."""
        it = self.points[point]
        result = [("activate", loan.place, "deep", tuple(it["span"]), "mut", at) for at, loan in loans.items() if loan.two_phase and loan.activation == point]
        for how, place, span in reads(it):
            span = tuple(span or it["span"])
            if how in ("copy", "move"):
                result.append((how, place, "deep", span, None, None))
            elif how in ("discriminant", "length"):
                result.append(("copy", place, "shallow" if how == "discriminant" else "artificial", span, None, None))
            elif how.startswith("borrow "):
                kind = how[7:]
                if kind == "two-phase":
                    result.append(("reserve", place, "deep", span, kind, None))
                elif kind in ("mut", "unique"):
                    result.append(("write borrow", place, "deep", span, kind, None))
                elif kind == "fake shallow":
                    result.append(("read borrow", place, "artificial", span, kind, None))
                else:
                    result.append(("read borrow", place, "deep", span, kind, None))
        if it["is"] in ("assign", "call"):
            result.append(("assign", it["place"], "shallow" if it["is"] == "assign" else "deep", tuple(it["span"]), None, None))
        if it["is"] == "storage dead":
            result.append(("storage dead", it["place"], "shallow", tuple(it["span"]), None, None))
        if it["is"] == "drop":
            result.append(("drop", it["place"], "drop", tuple(it["span"]), None, None))
        return result

    def allows(self, access, point, loan):
        what, _, _, _, kind, activated = access
        shares = loan.kind in ("shared", "fake", "fake shallow")
        if what == "activate" and activated == loan.at:
            return True
        if what in ("copy", "read borrow"):
            if shares or kind in ("fake", "fake shallow"):
                return True
            return not self.is_active(loan, point)
        if what == "reserve" and shares:
            return True
        if what == "move" and loan.kind == "fake shallow":
            return True
        return False

    def is_active(self, loan, point):
        if not loan.two_phase:
            return True
        if loan.activation is None:
            return False
        if self.dominates(loan.activation, point):
            return True
        following = loan.at + 1
        return not self.dominates(following, point)

    def dominates(self, a, b):
        """Does every way from the entry to b go through a? (No way round a, then.)"""
        if a == b:
            return True
        seen, todo = set(), [0] if a != 0 else []
        while todo:
            point = todo.pop()
            if point == b:
                return False
            if point in seen:
                continue
            seen.add(point)
            todo.extend(n for n in self.next[point] if n != a)
        return True

    def conflicts(self, values):
        loans = self.loans()
        scope = self.loans_in_scope(loans, values)
        found, reported, reserved = [], set(), set()
        for point, it in enumerate(self.points):
            here = [l for l in loans if l in scope[point] and point in values[loans[l].region]]
            for number, access in enumerate(self.accesses(point, loans)):
                what, place, depth, span, _, activated = access
                key = (text(place, f"{point}.{number}"), span)
                if what == "activate" and text(place, f"loan {activated}") in reserved or key in reported:
                    continue  # one report for one place and span
                for at in here:
                    loan = loans[at]
                    if overlaps(loan.place, loan.kind, place, depth) and not self.allows(access, point, loan):
                        if what not in ("storage dead", "drop") or it.get("replace") or self.first_to_outlive(loan, reported):
                            found.append((point, at))
                        reported.add(key)
                        if what == "reserve":
                            reserved.add(text(place, f"loan {point}"))
                        break
            if it["is"] == "exit":  # all storage ends here, what the caller owns excepted
                for at in here:
                    loan = loans[at]
                    root = {"local": loan.place["local"], "steps": []}
                    if overlaps(loan.place, loan.kind, root, "shallow") and self.first_to_outlive(loan, reported):
                        found.append((point, at))
        return found

    def first_to_outlive(self, loan, reported):
        """That a loan outlives what it borrows is said once for one variable and borrow."""
        key = (str(loan.place["local"]), tuple(self.points[loan.at]["span"]))
        if key in reported:
            return False
        reported.add(key)
        return True

    # ---- lifetimes of the signature

    def universal_errors(self, values):
        facts = self.facts
        known = {tuple(pair) for pair in facts["known"]}
        errors = set()
        for longer in range(facts["universal"]):
            for end in values[longer]:
                if isinstance(end, tuple) and end[1] != longer and (longer, end[1]) not in known:
                    errors.add((longer, end[1]))
        return errors

    def answers(self):
        values = self.region_values()
        return {"conflicts": self.conflicts(values), "universal_errors": self.universal_errors(values), "values": values}


# ---- places


def text(place, occurrence):
    """What tells places apart where rustc compares them: a step to a field includes its type, and there each occurrence has lifetimes of its own."""
    unique = occurrence if any(s.get("lifetimes") for s in place["steps"]) else ""
    return str(place["local"]) + "".join(str(sorted(s.items())) for s in place["steps"]) + unique


def indices(place):
    return {s["by"] for s in place["steps"] if s["step"] == "index"}


def reads(it):
    """(how, place, span) of all that is read, moved or borrowed at a point."""
    result = []
    operands = list(it.get("operands", []))
    value = it.get("value")
    if value:
        if value["is"] == "borrow":
            result.append(("borrow " + value["kind"], value["place"], None))
        elif value["is"] in ("discriminant", "length"):
            result.append((value["is"], value["place"], None))
        else:
            operands += value["operands"]
    result += [(o["how"], o["place"], o.get("span")) for o in operands if o["how"] != "constant"]
    return result


def normal(step):
    """Constant indices and ranges of arrays, counted from the front."""
    length = step.get("length")
    if length is None or not step.get("from_end"):
        return step
    if step["step"] == "constant":
        return dict(step, offset=length - step["offset"], from_end=False)
    return dict(step, to=length - step["to"], from_end=False)


def steps_apart(a, b, sure):
    """Do two steps from one place lead to parts that share nothing? `sure`: the question is whether they certainly are the same part."""
    a, b = normal(a), normal(b)
    kinds = {a["step"], b["step"]}
    if kinds == {"field"}:
        return a["field"] != b["field"]
    if kinds == {"variant"}:
        return a["variant"] != b["variant"]
    if kinds == {"deref"}:
        return False
    if "index" in kinds:
        return sure
    if kinds == {"constant"}:
        if a["from_end"] == b["from_end"]:
            return a["offset"] != b["offset"]
        front, back = (b, a) if a["from_end"] else (a, b)
        return front["offset"] < max(a["minimum"], b["minimum"]) - back["offset"]
    if kinds == {"subslice"}:
        if a["from_end"] or b["from_end"]:
            return False
        return b["from"] >= a["to"] or a["from"] >= b["to"]
    if kinds == {"constant", "subslice"}:
        one, many = (a, b) if a["step"] == "constant" else (b, a)
        if not many["from_end"]:
            return not many["from"] <= one["offset"] < many["to"]
        if not one["from_end"]:
            return one["offset"] < many["from"]
        return one["offset"] <= many["to"]
    return False


def overlaps(loan, kind, access, depth, sure=False):
    """RFC 2094, "Access legality": does an access of that depth touch what is borrowed?"""
    if loan["local"] != access["local"]:
        return False
    for i, step in enumerate(loan["steps"]):
        if i < len(access["steps"]):
            if steps_apart(step, access["steps"][i], sure):
                return False
            continue
        # What is borrowed is a part of what is accessed.
        if depth == "artificial":
            return False
        if step["step"] == "deref":
            if depth == "shallow":
                return False
            if depth == "drop" and step["of"] == "mut":
                return False
        if step["step"] == "field" and depth == "drop" and step["destructor"]:
            return True
    return not (kind == "fake shallow" and len(loan["steps"]) < len(access["steps"]))


def replaces(assigned, borrowed):
    """Does an assignment give another meaning to the name of what is borrowed?"""
    if assigned["local"] != borrowed["local"]:
        return False
    return not assigned["steps"] or overlaps(borrowed, "mut", assigned, "deep", sure=True)
