// Types as rustc spells them in messages: paths without modules, defaulted arguments left out, `{integer}`, `fn(i32) -> bool {f}`.
#include "frontend/types/program_impl.hpp"

#include "diagnostics/stack_guard.hpp"

#include "llvm/ADT/Twine.h"

namespace lien {

namespace {

class Printer {
public:
  Printer(Program &program, DefId owner) : program_(program), types_(program.types()), owner_(owner) {}
  /// Lifetimes are called as `names` says (empty: not shown).
  Printer(Program &program, llvm::function_ref<std::string(Region)> names) : program_(program), types_(program.types()), names_(names) {}

  void type(Ty ty);
  void region(Region region);
  void constant(Const constant, bool is_bool = false);
  /// `<A, B>` of the arguments from `first` on; those equal to their defaults at the end are left out.
  void args(DefId def, Args args, std::size_t first);
  void sig(const FnSig &sig);
  std::string take() { return std::move(out_); }
  void text(const llvm::Twine &text) { out_ += text.str(); }

private:
  [[nodiscard]] llvm::StringRef name(Symbol symbol) const { return program_.resolver().symbols().text(symbol); }
  [[nodiscard]] bool isShown(Region region) const;
  void arg(GenericArg arg);
  void callable(const FnSig &sig);
  void dynamic(Ty ty);
  [[nodiscard]] std::string regionName(Region region) const;

  Program &program_;
  TypeStore &types_;
  DefId owner_;
  llvm::function_ref<std::string(Region)> names_ = nullptr;
  std::string out_;
};

llvm::StringRef intName(IntKind kind) {
  switch (kind) {
  case IntKind::I8:
    return "i8";
  case IntKind::I16:
    return "i16";
  case IntKind::I32:
    return "i32";
  case IntKind::I64:
    return "i64";
  case IntKind::I128:
    return "i128";
  case IntKind::Isize:
    return "isize";
  case IntKind::U8:
    return "u8";
  case IntKind::U16:
    return "u16";
  case IntKind::U32:
    return "u32";
  case IntKind::U64:
    return "u64";
  case IntKind::U128:
    return "u128";
  case IntKind::Usize:
    return "usize";
  }
  return "";
}

std::string Printer::regionName(Region region) const {
  if (names_)
    return names_(region);
  switch (region.kind()) {
  case Region::Kind::Static:
    return "'static";
  case Region::Kind::EarlyParam: {
    for (DefId at = owner_; at.isValid(); at = program_.generics(at).parent)
      for (const GenericParamDef &param : program_.generics(at).params)
        if (param.index == region.index() && param.kind == GenericArg::Kind::Region && param.def.isValid())
          return name(param.name).str();
    return "";
  }
  case Region::Kind::LateParam:
  case Region::Kind::Bound: {
    if (!owner_.isValid())
      return "";
    const std::vector<DefId> &late = program_.generics(owner_).late_bound;
    if (region.depth() == 0 && region.index() < late.size())
      return name(program_.def(late[region.index()]).name).str();
    return "";
  }
  case Region::Kind::Erased:
  case Region::Kind::Var:
  case Region::Kind::Error:
    return "";
  }
  return "";
}

/// `'_` is shown among generic arguments only.
bool Printer::isShown(Region region) const {
  const std::string text = regionName(region);
  return !text.empty() && text != "'_";
}

void Printer::region(Region region) {
  const std::string text = regionName(region);
  out_ += text.empty() ? "'_" : text;
}

void Printer::constant(Const constant, bool is_bool) {
  const ConstData &data = types_.data(constant);
  switch (data.kind) {
  case ConstKind::Error:
    text("{const error}");
    return;
  case ConstKind::Unknown:
  case ConstKind::Infer:
  case ConstKind::Unevaluated:
    text("_");
    return;
  case ConstKind::Value:
    is_bool ? text(data.value != 0 ? "true" : "false") : text(llvm::Twine(data.value));
    return;
  case ConstKind::Param:
    text(name(data.name));
    return;
  }
}

void Printer::arg(GenericArg arg) {
  switch (arg.kind()) {
  case GenericArg::Kind::Type:
    type(arg.type());
    return;
  case GenericArg::Kind::Region:
    region(arg.region());
    return;
  case GenericArg::Kind::Const:
    constant(arg.constant());
    return;
  }
}

void Printer::args(DefId def, Args list, std::size_t first) {
  const Generics &generics = program_.generics(def);
  std::size_t last = list.size();
  while (last > first) {
    const std::size_t own = last - 1;
    if (own < generics.parent_count || own - generics.parent_count >= generics.params.size())
      break;
    const GenericParamDef &param = generics.params[own - generics.parent_count];
    const auto fallback = param.has_default ? program_.defaultOf(param.def) : std::nullopt;
    if (!fallback || substitute(types_, types_.args({*fallback}), types_.args(list.take_front(own))).front() != list[own])
      break;
    --last;
  }
  bool any = false;
  // Lifetimes are shown all or none.
  bool show_regions = false;
  for (std::size_t at = first; at < last; ++at)
    show_regions |= list[at].kind() == GenericArg::Kind::Region && !regionName(list[at].region()).empty();
  for (std::size_t at = first; at < last; ++at) {
    if (list[at].kind() == GenericArg::Kind::Region && !show_regions)
      continue;
    text(any ? ", " : "<");
    any = true;
    arg(list[at]);
  }
  if (any)
    text(">");
}

void Printer::callable(const FnSig &sig) {
  text("(");
  for (std::size_t at = 0; at < sig.inputs.size(); ++at) {
    if (at != 0)
      text(", ");
    type(sig.inputs[at]);
  }
  text(")");
  if (sig.output != types_.unit) {
    text(" -> ");
    type(sig.output);
  }
}

void Printer::sig(const FnSig &sig) {
  // Lifetimes of the signature's own binder have no names worth printing unless several tie inputs and output; rustc prints those as `for<'a>`.
  const DefId owner = std::exchange(owner_, DefId());
  text("fn");
  callable(sig);
  owner_ = owner;
}

void Printer::dynamic(Ty ty) {
  const TyData &data = types_.data(ty);
  const bool shows_region = names_ && isShown(data.region);
  text(shows_region ? "(dyn " : "dyn ");
  bool any = false;
  if (data.def.isValid()) {
    text(program_.resolver().pathOf(data.def));
    bool open = false;
    const auto put = [&] {
      text(open ? ", " : "<");
      open = true;
    };
    for (const GenericArg &entry : data.args) {
      if (entry.kind() == GenericArg::Kind::Region)
        continue;
      put();
      arg(entry);
    }
    for (const auto &[assoc, value] : types_.dynamicProjections(ty)) {
      put();
      text(name(program_.def(assoc).name) + " = ");
      type(value);
    }
    if (open)
      text(">");
    any = true;
  }
  for (DefId auto_trait : types_.dynamicAutoTraits(ty)) {
    text((any ? " + " : "") + program_.resolver().pathOf(auto_trait));
    any = true;
  }
  if (shows_region)
    text(" + " + regionName(data.region) + ")");
  else if (isShown(data.region) && data.region.kind() != Region::Kind::Static)
    text(" + " + regionName(data.region));
}

void Printer::type(Ty ty) {
  if (StackGuard::exhausted()) {
    text("…");
    return;
  }
  const TyData &data = types_.data(ty);
  switch (data.kind) {
  case TyKind::Error:
    text("{type error}");
    return;
  case TyKind::Unknown:
    text("{unknown}");
    return;
  case TyKind::Bool:
    text("bool");
    return;
  case TyKind::Char:
    text("char");
    return;
  case TyKind::Int:
    text(intName(data.int_kind));
    return;
  case TyKind::Float:
    text(data.float_kind == FloatKind::F32 ? "f32" : "f64");
    return;
  case TyKind::Str:
    text("str");
    return;
  case TyKind::Never:
    text("!");
    return;
  case TyKind::Tuple:
    text("(");
    for (std::size_t at = 0; at < data.args.size(); ++at) {
      if (at != 0)
        text(", ");
      arg(data.args[at]);
    }
    text(data.args.size() == 1 ? ",)" : ")");
    return;
  case TyKind::Array:
    text("[");
    type(data.element());
    text("; ");
    constant(data.length);
    text("]");
    return;
  case TyKind::Slice:
    text("[");
    type(data.element());
    text("]");
    return;
  case TyKind::Ref: {
    text("&");
    if (isShown(data.region)) {
      region(data.region);
      text(" ");
    }
    if (data.mutability == Mutability::Mut)
      text("mut ");
    const bool several =
        types_.is(data.element(), TyKind::Dynamic) && types_.dynamicAutoTraits(data.element()).size() + (types_.data(data.element()).def.isValid() ? 1 : 0) > 1;
    if (several)
      text("(");
    type(data.element());
    if (several)
      text(")");
    return;
  }
  case TyKind::Adt:
    text(program_.resolver().pathOf(data.def));
    args(data.def, data.args, 0);
    return;
  case TyKind::FnDef: {
    const FnSig sig = substitute(types_, program_.fn(data.def).sig, data.args);
    this->sig(sig);
    text(" {" + program_.resolver().pathOf(data.def));
    const Generics &generics = program_.generics(data.def);
    const bool is_constructor = program_.def(data.def).kind == DefKind::Variant || program_.def(data.def).kind == DefKind::Struct;
    const std::size_t first = is_constructor ? 0 : generics.parent_count;
    const bool shown = llvm::any_of(data.args.drop_front(std::min<std::size_t>(first, data.args.size())),
                                    [](const GenericArg &entry) { return entry.kind() != GenericArg::Kind::Region; });
    if (shown) {
      text("::");
      args(data.def, data.args, first);
    }
    text("}");
    return;
  }
  case TyKind::FnPtr:
    sig(types_.fnPtrSig(ty));
    return;
  case TyKind::Closure:
    text("{closure}");
    return;
  case TyKind::Dynamic:
    dynamic(ty);
    return;
  case TyKind::Param:
    text(data.name.empty() ? llvm::StringRef("impl Trait") : name(data.name));
    return;
  case TyKind::Projection: {
    const Def &assoc = program_.def(data.def);
    const std::size_t trait_count = program_.generics(data.def).parent_count;
    text("<");
    type(data.args.front().type());
    text(" as " + program_.resolver().pathOf(assoc.parent));
    args(assoc.parent, data.args.take_front(trait_count), 1);
    text(">::" + name(assoc.name));
    args(data.def, data.args, trait_count);
    return;
  }
  case TyKind::Opaque:
    text("impl Trait");
    return;
  case TyKind::Infer:
    switch (data.infer_kind) {
    case InferKind::General:
      text("_");
      return;
    case InferKind::Int:
      text("{integer}");
      return;
    case InferKind::Float:
      text("{float}");
      return;
    }
    return;
  }
}

} // namespace

std::string Program::print(Ty ty, DefId owner) {
  Printer printer(*this, owner);
  printer.type(ty);
  return printer.take();
}

std::string Program::printNaming(Ty ty, llvm::function_ref<std::string(Region)> names) {
  Printer printer(*this, names);
  printer.type(ty);
  return printer.take();
}

std::string Program::print(const TraitRef &ref, DefId owner) {
  Printer printer(*this, owner);
  printer.text(resolver_.pathOf(ref.trait));
  printer.args(ref.trait, ref.args, 1);
  return printer.take();
}

std::string Program::print(Const constant) {
  Printer printer(*this, DefId());
  printer.constant(constant);
  return printer.take();
}

std::string Program::print(const Predicate &predicate) {
  Printer printer(*this, DefId());
  switch (predicate.kind) {
  case Predicate::Kind::Trait:
    printer.type(predicate.trait.self());
    printer.text(": " + print(predicate.trait));
    break;
  case Predicate::Kind::Projection:
    printer.type(types_.projection(predicate.assoc, predicate.trait.args));
    printer.text(" == ");
    printer.type(predicate.type);
    break;
  case Predicate::Kind::TypeOutlives:
    printer.type(predicate.type);
    printer.text(": ");
    printer.region(predicate.b);
    break;
  case Predicate::Kind::RegionOutlives:
    printer.region(predicate.a);
    printer.text(": ");
    printer.region(predicate.b);
    break;
  }
  return printer.take();
}

} // namespace lien
