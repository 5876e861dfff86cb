#include "frontend/types/unsatisfied.hpp"

namespace lien {

UnsatisfiedText describeUnsatisfied(Program &program, const Predicate &leaf) {
  if (leaf.kind == Predicate::Kind::Projection)
    return {"type mismatch resolving `" + program.print(leaf) + "`", "type mismatch"};
  if (leaf.kind != Predicate::Kind::Trait)
    return {"the bound `" + program.print(leaf) + "` is not satisfied", ""};
  const std::string self = program.print(leaf.trait.self());
  const std::string trait = program.print(leaf.trait);
  const auto is = [&](LangItem item) { return program.isLang(leaf.trait.trait, item); };
  if (is(LangItem::Sized))
    return {"the size for values of type `" + self + "` cannot be known at compilation time", "doesn't have a size known at compile-time"};
  if (is(LangItem::DebugTrait) || is(LangItem::DisplayTrait))
    return {"`" + self + "` doesn't implement `" + trait + "`", "the trait `" + trait + "` is not implemented for `" + self + "`"};
  if (is(LangItem::PartialEqTrait) || is(LangItem::PartialOrdTrait)) {
    const std::string other = leaf.trait.args.size() > 1 && leaf.trait.args[1].isType() ? program.print(leaf.trait.args[1].type()) : self;
    const bool eq = is(LangItem::PartialEqTrait);
    return {"can't compare `" + self + "` with `" + other + "`",
            eq ? "no implementation for `" + self + " == " + other + "`"
               : "no implementation for `" + self + " < " + other + "` and `" + self + " > " + other + "`"};
  }
  if (is(LangItem::SyncTrait))
    return {"`" + self + "` cannot be shared between threads safely", "`" + self + "` cannot be shared between threads safely"};
  if (is(LangItem::SendTrait))
    return {"`" + self + "` cannot be sent between threads safely", "`" + self + "` cannot be sent between threads safely"};
  if (is(LangItem::IteratorTrait))
    return {"`" + self + "` is not an iterator", "`" + self + "` is not an iterator"};
  return {"the trait bound `" + self + ": " + trait + "` is not satisfied", "the trait `" + trait + "` is not implemented for `" + self + "`"};
}

} // namespace lien
