// Prints a typed body as Rust with every implicit step made visible: `«…»` surrounds what inference added.
#include "frontend/typed/dump.hpp"

#include "diagnostics/stack_guard.hpp"

#include "llvm/Support/raw_ostream.h"

namespace lien::typed {

namespace {

const char *operatorOf(ast::BinaryOp op) {
  static constexpr const char *text[] = {"+", "-", "*", "/", "%", "&&", "||", "^", "&", "|", "<<", ">>", "==", "<", "<=", "!=", ">=", ">"};
  return text[static_cast<std::size_t>(op)];
}

class Printer {
public:
  Printer(const TypedBody &body, Program &program) : body_(body), program_(program), out_(text_) {}

  std::string run() {
    nameLocals();
    out_ << "body " << program_.resolver().pathOf(body_.owner) << "(";
    bool first = true;
    for (const Param &param : body_.params) {
      out_ << (first ? "" : ", ");
      first = false;
      pattern(param.pat);
      out_ << ": " << program_.print(param.ty);
    }
    out_ << ") -> " << program_.print(body_.return_type) << " =\n  ";
    indent_ = 1;
    if (body_.value.isValid())
      expression(body_.value);
    out_ << "\n";
    for (std::uint32_t i = 0; i < body_.locals.size(); ++i) {
      const Local &local = body_.locals[LocalId(i)];
      out_ << "  // " << (local.is_mut ? "mut " : "") << names_[i] << ": " << program_.print(local.ty) << "\n";
    }
    return std::move(text_);
  }

private:
  void nameLocals() {
    llvm::DenseMap<std::uint32_t, unsigned> uses;
    for (const Local &local : body_.locals)
      if (!local.name.empty())
        ++uses[local.name.value];
    for (std::uint32_t i = 0; i < body_.locals.size(); ++i) {
      const Local &local = body_.locals[LocalId(i)];
      if (local.name.empty())
        names_.push_back("_" + std::to_string(i));
      else
        names_.push_back(symbol(local.name) + (uses[local.name.value] > 1 ? "#" + std::to_string(i) : ""));
    }
  }
  std::string symbol(Symbol name) const { return program_.resolver().symbols().text(name).str(); }
  void newLine() {
    out_ << "\n";
    out_.indent(indent_ * 2);
  }

  void constant(const ConstantValue *value) {
    if (value == nullptr) {
      out_ << "_";
      return;
    }
    switch (value->kind) {
    case ConstantValue::Kind::Int:
      if (value->hi == UINT64_MAX && (value->lo >> 63U) != 0)
        out_ << static_cast<std::int64_t>(value->lo);
      else
        out_ << value->lo;
      return;
    case ConstantValue::Kind::Bool:
      out_ << (value->lo != 0 ? "true" : "false");
      return;
    case ConstantValue::Kind::Char:
      out_ << "'\\u{" << llvm::utohexstr(value->lo, true) << "}'";
      return;
    case ConstantValue::Kind::Float:
      out_ << (value->negative ? "-" : "") << symbol(value->text);
      return;
    case ConstantValue::Kind::Str:
      out_ << '"';
      out_.write_escaped(symbol(value->text));
      out_ << '"';
      return;
    case ConstantValue::Kind::ByteStr:
      out_ << "b\"";
      out_.write_escaped(symbol(value->text));
      out_ << '"';
      return;
    case ConstantValue::Kind::Opaque:
      out_ << program_.resolver().pathOf(value->def);
      return;
    }
  }

  // ---------------------------------------------------------------------------------------------------------- patterns

  void patterns(List<PatId> list, const char *separator) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      out_ << (i == 0 ? "" : separator);
      pattern(list[i]);
    }
  }

  void pattern(PatId id) {
    if (!id.isValid() || StackGuard::exhausted()) {
      out_ << "…";
      return;
    }
    const Pat &pat = body_.pats[id];
    switch (pat.kind) {
    case PatKind::Wild:
      out_ << "_";
      return;
    case PatKind::Binding:
      out_ << (pat.mode == BindingMode::Ref      ? "ref "
               : pat.mode == BindingMode::RefMut ? "ref mut "
                                                 : "")
           << (body_.locals[pat.local].is_mut ? "mut " : "") << names_[pat.local.index()];
      if (pat.sub.isValid()) {
        out_ << " @ ";
        pattern(pat.sub);
      }
      return;
    case PatKind::Variant:
    case PatKind::Leaf: {
      const TyData &type = program_.types().data(pat.ty);
      if (type.kind == TyKind::Adt)
        out_ << symbol(program_.adt(type.def).variants[pat.variant].name);
      out_ << "(";
      for (std::size_t i = 0; i < pat.fields.size(); ++i) {
        out_ << (i == 0 ? "" : ", ") << pat.fields[i].field << ": ";
        pattern(pat.fields[i].pat);
      }
      out_ << ")";
      return;
    }
    case PatKind::Deref:
      out_ << (pat.implicit ? "«&»" : "&");
      pattern(pat.sub);
      return;
    case PatKind::Constant:
      constant(pat.value);
      return;
    case PatKind::Range:
      if (pat.value != nullptr)
        constant(pat.value);
      out_ << (pat.inclusive ? "..=" : "..");
      if (pat.end != nullptr)
        constant(pat.end);
      return;
    case PatKind::Slice:
      out_ << "[";
      patterns(pat.prefix, ", ");
      if (pat.has_rest) {
        out_ << (pat.prefix.empty() ? "" : ", ");
        if (pat.rest.isValid()) {
          pattern(pat.rest);
          out_ << " @ ";
        }
        out_ << ".." << (pat.suffix.empty() ? "" : ", ");
        patterns(pat.suffix, ", ");
      }
      out_ << "]";
      return;
    case PatKind::Or:
      patterns(pat.prefix, " | ");
      return;
    case PatKind::Never:
      out_ << "!";
      return;
    case PatKind::Error:
      out_ << "{error}";
      return;
    }
  }

  // ------------------------------------------------------------------------------------------------------- expressions

  void expressions(List<ExprId> list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      out_ << (i == 0 ? "" : ", ");
      expression(list[i]);
    }
  }

  void item(DefId def, Args args) {
    const Def &definition = program_.def(def);
    if (definition.parent.isValid() && (definition.kind == DefKind::AssocFn || definition.kind == DefKind::AssocConst)) {
      const Def &parent = program_.def(definition.parent);
      out_ << (parent.kind == DefKind::Impl ? program_.print(program_.typeOf(definition.parent)) : program_.resolver().pathOf(definition.parent)) << "::";
    }
    out_ << symbol(definition.name);
    if (args.empty())
      return;
    out_ << "::<";
    bool first = true;
    for (const GenericArg &arg : args) {
      if (arg.kind() == GenericArg::Kind::Region)
        continue;
      out_ << (first ? "" : ", ") << (arg.isType() ? program_.print(arg.type()) : program_.print(arg.constant()));
      first = false;
    }
    out_ << ">";
  }

  void block(BlockId id) {
    const Block &block = body_.blocks[id];
    out_ << "{";
    ++indent_;
    for (const Stmt &stmt : block.stmts) {
      newLine();
      if (stmt.kind == Stmt::Kind::Let) {
        out_ << "let ";
        pattern(stmt.pat);
        out_ << ": " << program_.print(body_.pats[stmt.pat].ty);
        if (stmt.expr.isValid()) {
          out_ << " = ";
          expression(stmt.expr);
        }
        if (stmt.else_block.isValid()) {
          out_ << " else ";
          this->block(stmt.else_block);
        }
      } else {
        expression(stmt.expr);
      }
      out_ << ";";
    }
    if (block.tail.isValid()) {
      newLine();
      expression(block.tail);
    }
    --indent_;
    newLine();
    out_ << "}";
  }

  void operand(ExprId id) {
    const ExprKind kind = body_.exprs[id].kind;
    const bool simple = kind == ExprKind::Local || kind == ExprKind::Literal || kind == ExprKind::Call || kind == ExprKind::Field || kind == ExprKind::Tuple ||
                        kind == ExprKind::FnItem || kind == ExprKind::Constant || kind == ExprKind::Static || kind == ExprKind::Block;
    out_ << (simple ? "" : "(");
    expression(id);
    out_ << (simple ? "" : ")");
  }

  void expression(ExprId id) {
    if (!id.isValid() || StackGuard::exhausted()) {
      out_ << "…";
      return;
    }
    const Expr &expr = body_.exprs[id];
    switch (expr.kind) {
    case ExprKind::Literal:
      constant(expr.value);
      return;
    case ExprKind::Local:
      out_ << names_[expr.local.index()];
      return;
    case ExprKind::Static:
      out_ << program_.resolver().pathOf(expr.def);
      return;
    case ExprKind::Constant:
    case ExprKind::FnItem:
      item(expr.def, expr.args);
      return;
    case ExprKind::Call:
      operand(expr.a);
      out_ << "(";
      expressions(expr.list);
      out_ << ")";
      return;
    case ExprKind::Field: {
      operand(expr.a);
      const TyData &type = program_.types().data(body_.exprs[expr.a].ty);
      if (type.kind == TyKind::Adt)
        out_ << "." << symbol(program_.adt(type.def).variants.front().fields[expr.index].name);
      else
        out_ << "." << expr.index;
      return;
    }
    case ExprKind::Index:
      operand(expr.a);
      out_ << "[";
      expression(expr.b);
      out_ << "]";
      return;
    case ExprKind::Deref:
      out_ << (expr.implicit ? "«*»" : "*");
      operand(expr.a);
      return;
    case ExprKind::Borrow:
      out_ << (expr.implicit ? "«" : "") << (expr.two_phase ? "&two_phase " : "&") << (expr.mutability == Mutability::Mut ? "mut " : "")
           << (expr.implicit ? "»" : "");
      operand(expr.a);
      return;
    case ExprKind::Unary:
      out_ << (expr.unary == ast::UnaryOp::Not ? "!" : "-");
      operand(expr.a);
      return;
    case ExprKind::Binary:
    case ExprKind::Logical:
    case ExprKind::AssignOp:
      operand(expr.a);
      out_ << " " << operatorOf(expr.binary) << (expr.kind == ExprKind::AssignOp ? "= " : " ");
      operand(expr.b);
      return;
    case ExprKind::Cast:
      operand(expr.a);
      out_ << " as " << program_.print(expr.ty);
      return;
    case ExprKind::Coerce:
      operand(expr.a);
      out_ << " «as " << program_.print(expr.ty) << "»";
      return;
    case ExprKind::Assign:
      expression(expr.a);
      out_ << " = ";
      expression(expr.b);
      return;
    case ExprKind::Block:
      if (expr.label_target)
        out_ << "'" << id.value << ": ";
      block(expr.block);
      return;
    case ExprKind::If:
      out_ << "if ";
      expression(expr.a);
      out_ << " ";
      expression(expr.b);
      if (expr.c.isValid()) {
        out_ << " else ";
        expression(expr.c);
      }
      return;
    case ExprKind::Let:
      out_ << "let ";
      pattern(expr.pat);
      out_ << " = ";
      expression(expr.a);
      return;
    case ExprKind::Match:
      out_ << "match ";
      expression(expr.a);
      out_ << " {";
      ++indent_;
      for (const Arm &arm : expr.arms) {
        newLine();
        pattern(arm.pat);
        if (arm.guard.isValid()) {
          out_ << " if ";
          expression(arm.guard);
        }
        out_ << " => ";
        expression(arm.body);
        out_ << ",";
      }
      --indent_;
      newLine();
      out_ << "}";
      return;
    case ExprKind::Loop:
      out_ << "'" << id.value << ": loop ";
      block(expr.block);
      return;
    case ExprKind::Break:
    case ExprKind::Continue:
      out_ << (expr.kind == ExprKind::Break ? "break '" : "continue '") << expr.target.value;
      if (expr.a.isValid()) {
        out_ << " ";
        expression(expr.a);
      }
      return;
    case ExprKind::Return:
      out_ << "return";
      if (expr.a.isValid()) {
        out_ << " ";
        expression(expr.a);
      }
      return;
    case ExprKind::Tuple:
      out_ << "(";
      expressions(expr.list);
      out_ << (expr.list.size() == 1 ? ",)" : ")");
      return;
    case ExprKind::Array:
      out_ << "[";
      expressions(expr.list);
      out_ << "]";
      return;
    case ExprKind::Repeat:
      out_ << "[";
      expression(expr.a);
      out_ << "; " << program_.print(program_.types().data(expr.ty).length) << "]";
      return;
    case ExprKind::Adt: {
      const VariantInfo &variant = program_.adt(expr.def).variants[expr.index];
      out_ << symbol(variant.name) << " {";
      for (std::size_t i = 0; i < expr.fields.size(); ++i) {
        out_ << (i == 0 ? " " : ", ") << symbol(variant.fields[expr.fields[i].field].name) << ": ";
        expression(expr.fields[i].value);
      }
      if (expr.a.isValid()) {
        out_ << (expr.fields.empty() ? " .." : ", ..");
        expression(expr.a);
      }
      out_ << " }";
      return;
    }
    case ExprKind::Closure:
      out_ << "{closure}";
      return;
    case ExprKind::Ascribe:
    case ExprKind::PlaceMention:
      expression(expr.a);
      return;
    }
  }

  const TypedBody &body_;
  Program &program_;
  std::vector<std::string> names_;
  unsigned indent_ = 0;
  std::string text_;
  llvm::raw_string_ostream out_;
};

} // namespace

std::string print(const TypedBody &body, Program &program) { return Printer(body, program).run(); }

} // namespace lien::typed
