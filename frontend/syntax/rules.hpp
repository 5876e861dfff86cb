// The vocabulary of the grammar: PEGTL rules over tokens that know where their result goes.
//
// A rule's state is the place for its result: `Set<&ast::WhileExpr::body, Block>` runs `Block` with `node.body` as its state, `Make<ast::WhileExpr, …>` builds
// a node on the stack, lets its parts fill it, and puts it into the arena when all matched. So a production reads like the Reference's, is checked by types,
// and needs no stack of untyped children; what a failed attempt left behind vanishes with its frame. Choices look at the current token (`switch` in a
// function), never try alternatives in order.
//
// Convention: once the first token of a construct is eaten, failure means an error was reported and the input is in panic mode.
#pragma once

#include "frontend/syntax/token_input.hpp"

namespace lien::grammar {

template <typename Rule> struct NoAction {};

/// How an error names a required rule. Tokens name themselves.
template <typename Rule> struct ExpectedOf;

/// PEGTL's hooks. `raise` is what `must` calls: it reports and starts the panic instead of throwing.
template <typename Rule> struct Control : pegtl::normal<Rule> {
  static constexpr bool enable = false;
  template <typename... States> static void raise(const TokenInput &in, States &&.../*states*/) {
    // PEGTL passes the input as const here; the object itself never is.
    const_cast<TokenInput &>(in).failExpected(ExpectedOf<Rule>::set);
  }
};

/// Runs one rule. False after an error, also where the rule itself went on (as `must` does).
template <typename Rule, typename... States> bool run(TokenInput &in, States &...states) {
  return Control<Rule>::template match<pegtl::apply_mode::nothing, pegtl::rewind_mode::dontcare, pegtl::nothing, Control>(in, states...) && !in.panicking();
}

template <typename Derived> struct TokenRule {
  using rule_t = Derived;
  using subs_t = pegtl::empty_list;
};

/// One token.
template <Tok Kind> struct Eat : TokenRule<Eat<Kind>> {
  static bool match(TokenInput &in) { return in.eat(Kind); }
};

constexpr Expect expectOf(Tok kind) {
  switch (kind) {
#define LIEN_SAME(Name)                                                                                                                                        \
  case Tok::Name:                                                                                                                                              \
    return Expect::Name;
    LIEN_SAME(Bang)
    LIEN_SAME(Pound)
    LIEN_SAME(And)
    LIEN_SAME(OpenParen)
    LIEN_SAME(CloseParen)
    LIEN_SAME(Star)
    LIEN_SAME(Plus)
    LIEN_SAME(Comma)
    LIEN_SAME(RArrow)
    LIEN_SAME(Dot)
    LIEN_SAME(DotDot)
    LIEN_SAME(Colon)
    LIEN_SAME(PathSep)
    LIEN_SAME(Semi)
    LIEN_SAME(Lt)
    LIEN_SAME(Eq)
    LIEN_SAME(FatArrow)
    LIEN_SAME(Gt)
    LIEN_SAME(Question)
    LIEN_SAME(At)
    LIEN_SAME(OpenBracket)
    LIEN_SAME(CloseBracket)
    LIEN_SAME(KwAs)
    LIEN_SAME(KwConst)
    LIEN_SAME(KwElse)
    LIEN_SAME(KwFor)
    LIEN_SAME(KwIf)
    LIEN_SAME(KwIn)
    LIEN_SAME(KwLoop)
    LIEN_SAME(KwUse)
    LIEN_SAME(KwWhere)
    LIEN_SAME(KwWhile)
    LIEN_SAME(OpenBrace)
    LIEN_SAME(Or)
    LIEN_SAME(CloseBrace)
    LIEN_SAME(Tilde)
#undef LIEN_SAME
  default: // classes and tokens that no rule requires by themselves
    return Expect::Identifier;
  }
}

template <Tok Kind> struct ExpectedOf<Eat<Kind>> {
  static constexpr ExpectedSet set{expectOf(Kind)};
};

/// A token that must stand here.
template <Tok Kind> struct Need : pegtl::must<Eat<Kind>> {};

/// A function as a rule; the function reports its own errors.
template <auto Function> struct Call {
  using rule_t = Call;
  using subs_t = pegtl::empty_list;
  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class, typename... States>
  static bool match(TokenInput &in, States &...states) {
    return Function(in, states...) && !in.panicking();
  }
};

/// Runs `Rule` with a member of the node being built as the place for its result.
template <auto Member, typename Rule> struct Set {
  using rule_t = Set;
  using subs_t = pegtl::type_list<Rule>;
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action, template <typename...> class ControlT, typename Node>
  static bool match(TokenInput &in, Node &node) {
    return ControlT<Rule>::template match<A, M, Action, ControlT>(in, node.*Member);
  }
};

/// Assigns a constant.
template <auto Member, auto Value> struct Put {
  using rule_t = Put;
  using subs_t = pegtl::empty_list;
  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class, typename Node>
  static bool match(TokenInput & /*in*/, Node &node) {
    node.*Member = Value;
    return true;
  }
};

/// True in `Member` when the token stands here (and is eaten).
template <auto Member, Tok Kind> struct Flag {
  using rule_t = Flag;
  using subs_t = pegtl::empty_list;
  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class, typename Node>
  static bool match(TokenInput &in, Node &node) {
    if (in.eat(Kind))
      node.*Member = true;
    return true;
  }
};

/// The span of what `Rule` matches; `Rule` sees the same node.
template <auto Member, typename Rule> struct SpanOf {
  using rule_t = SpanOf;
  using subs_t = pegtl::type_list<Rule>;
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action, template <typename...> class ControlT, typename Node>
  static bool match(TokenInput &in, Node &node) {
    const std::uint32_t lo = in.lo();
    if (!ControlT<Rule>::template match<A, M, Action, ControlT>(in, node))
      return false;
    node.*Member = in.spanFrom(lo);
    return true;
  }
};

/// `Rule` only where the token `Kind` stands.
template <Tok Kind, typename Rule> struct If {
  using rule_t = If;
  using subs_t = pegtl::type_list<Rule>;
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action, template <typename...> class ControlT, typename... States>
  static bool match(TokenInput &in, States &...states) {
    return !in.at(Kind) || ControlT<Rule>::template match<A, M, Action, ControlT>(in, states...);
  }
};

/// Builds a `Node`: its parts fill it in order, its span reaches from the first to the last token.
template <typename Node, typename... Rules> struct Make {
  using rule_t = Make;
  using subs_t = pegtl::type_list<Rules...>;
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action, template <typename...> class ControlT, typename Out>
  static bool match(TokenInput &in, Out &out) {
    Node node{Span{}};
    const std::uint32_t lo = in.lo();
    if (!(ControlT<Rules>::template match<A, pegtl::rewind_mode::dontcare, Action, ControlT>(in, node) && ...) || in.panicking())
      return false;
    node.span = in.spanFrom(lo);
    out = in.make(node);
    return true;
  }
};

/// Names the grammar's restrictions while `Rule` runs.
template <std::uint8_t Restrictions, typename Rule> struct Restricted {
  using rule_t = Restricted;
  using subs_t = pegtl::type_list<Rule>;
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action, template <typename...> class ControlT, typename... States>
  static bool match(TokenInput &in, States &...states) {
    const WithRestrictions restricted(in, Restrictions);
    return ControlT<Rule>::template match<A, M, Action, ControlT>(in, states...);
  }
};

/// `Element` (`,` `Element`)* `,`? up to the token `Close`, which is eaten. The state is the list. rustc's words: "expected one of `)` or `,`".
template <typename T, typename Element, Tok Close, Tok Separator = Tok::Comma> struct ListUntil {
  using rule_t = ListUntil;
  using subs_t = pegtl::type_list<Element>;
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action, template <typename...> class ControlT>
  static bool match(TokenInput &in, ast::List<T> &list) {
    ListBuilder<T> items(in);
    while (!in.at(Close)) {
      T item{};
      if (!ControlT<Element>::template match<A, pegtl::rewind_mode::dontcare, Action, ControlT>(in, item) || in.panicking())
        return false;
      items.push(item);
      if (!in.eat(Separator) && !in.at(Close))
        return in.failExpected(ExpectedSet{expectOf(Separator), expectOf(Close)});
    }
    in.bump();
    list = items.take();
    return true;
  }
};

} // namespace lien::grammar
