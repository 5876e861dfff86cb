#!/usr/bin/env python3
"""generate.py LINES FILE [--seed S]

Writes an accepted program of about LINES lines: modules of structs, enums, impls and functions with branches, loops, matches, moves, deferred
initialisation, method calls and macros. About 28 bytes a line. The same arguments give the same file on every machine."""
import argparse, random

MODULE = """\
pub mod m{i} {{
    #[derive(Clone, Debug, PartialEq)]
    pub struct Record {{
        pub name: String,
        pub tag: Option<String>,
        pub count: i32,
        pub flag: bool,
    }}

    #[derive(Clone, Debug)]
    pub enum Event {{
        Start(Record),
        Step {{ by: i32, note: String }},
        Text(String),
        Stop,
    }}

    impl Record {{
        pub fn new(count: i32) -> Record {{
            Record {{ name: String::new(), tag: None, count, flag: count > {k} }}
        }}
        pub fn size(&self) -> usize {{
            self.name.len() + 1
        }}
        pub fn bump(&mut self, by: i32) {{
            self.count += by;
            self.flag = self.count > {k};
        }}
        pub fn finish(self) -> String {{
            self.name
        }}
    }}

    pub fn weight(event: Event) -> i32 {{
        match event {{
            Event::Start(record) if record.flag => record.count,
            Event::Start(record) => record.count + {k},
            Event::Step {{ by, .. }} => by * 2,
            Event::Text(text) => text.len() as i32,
            Event::Stop => 0,
        }}
    }}
"""

FUNCTION = """\

    pub fn f{i}(mut total: i32, first: Record, second: Option<Record>) -> Record {{
        let label: String;
        if total > {a} {{
            label = first.name;
        }} else {{
            label = String::from("f{i}");
            drop(first);
        }}
        let mut list = Vec::new();
        let mut step = 0;
        while step < {b} {{
            step += 1;
            if step % 3 == 0 {{
                continue;
            }}
            list.push(Event::Step {{ by: step, note: String::new() }});
            total = total + step * {a};
        }}
        for event in list {{
            total += weight(event);
        }}
        let mut last = match second {{
            Some(record) => record,
            None => Record::new(total),
        }};
        last.bump({b});
        let [one, two] = [total, {a}];
        let pair = (one + two, label);
        if last.size() > 2 && pair.0 > {a} {{
            println!("{{}} {{:?}}", pair.0, last);
            return last;
        }}
        let tag = Some(pair.1);
        Record {{ tag, count: total, ..last }}
    }}
"""


def program(lines, seed):
    rng = random.Random(seed)
    parts, count, module = [], 0, 0
    while count < lines:
        text = MODULE.format(i=module, k=rng.randint(2, 90))
        for i in range(20):
            text += FUNCTION.format(i=i, a=rng.randint(2, 90), b=rng.randint(2, 90))
        text += "}\n\n"
        parts.append(text)
        count += text.count("\n")
        module += 1
    return "".join(parts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lines", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with open(options.file, "w") as file:
        file.write(program(options.lines, options.seed))


if __name__ == "__main__":
    main()
