// The pipeline, flat: each phase takes the finished value of the one before. What a missing phase would have to judge is declined.
#include "driver/check/pipeline.hpp"

#include "checker/lower/lower.hpp"
#include "diagnostics/internal_error.hpp"
#include "driver/check/body_index.hpp"
#include "driver/check/lint_scopes.hpp"
#include "driver/check/loaded_crate.hpp"
#include "driver/check/recheck.hpp"
#include "driver/input/read.hpp"
#include "frontend/names/resolver.hpp"
#include "frontend/patterns/binding_conflicts.hpp"
#include "frontend/typeck/check_body.hpp"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <algorithm>
#include <tuple>

namespace lien {

namespace {

/// Phases that exist. What a missing one would have to judge is declined.
namespace phases {
constexpr bool parse = true; ///< parseFile, the library's names, resolveCrate, Program
constexpr bool infer = true; ///< checkBody, checkPatterns
constexpr bool check = true; ///< lowerToMir, checkMir
} // namespace phases

ReadFile textOf(const std::string &path, const std::string &name, const TextOverlay *texts) {
  if (texts != nullptr)
    if (const auto found = texts->find(name); found != texts->end())
      return {found->second, {}};
  return readSource(path);
}

/// Adds a file to the sources, or says why it cannot be judged.
const SourceFile *load(const std::string &path, const std::string &name, const TextOverlay *texts, Judgement &judgement) {
  PhaseScope scope(judgement.times, Phase::Read, name);
  ReadFile read = textOf(path, name, texts);
  if (!read.error.empty()) {
    judgement.findings.emplace_back(DiagnosticKind::Io, "cannot read `" + name + "`: " + read.error, Span());
    judgement.unreadable = true;
    return nullptr;
  }
  std::optional<std::size_t> invalid = firstInvalidUtf8(read.text);
  FileId id = judgement.sources.add(name, std::move(read.text));
  if (!id.isValid()) {
    judgement.findings.emplace_back(DiagnosticKind::L0003, "not judged: limit reached: `" + name + "` and what was read before exceed 4 GiB", Span());
    return nullptr;
  }
  const SourceFile &file = judgement.sources.file(id);
  judgement.lines += llvm::StringRef(file.text()).count('\n');
  if (invalid) {
    auto at = static_cast<std::uint32_t>(file.base() + *invalid);
    judgement.findings.emplace_back(DiagnosticKind::InvalidUtf8, "`" + name + "` is not valid UTF-8 from byte " + std::to_string(*invalid) + " on",
                                    Span(at, at + 1), "this byte begins no valid sequence");
    judgement.unreadable = true;
    return nullptr;
  }
  return &file;
}

/// What judging made of one body.
struct BodyParts {
  std::unique_ptr<typed::TypedBody> body;
  std::unique_ptr<mir::Body> mir;
};

/// True when a trait that the item, or the impl or trait around it, names in its signature does not exist: nobody knows what its bounds would give.
bool missesTraits(Program &program, DefId item) {
  const Def &def = program.def(item);
  const DefKind outer = program.def(def.parent).kind;
  const Span around = outer == DefKind::Impl || outer == DefKind::Trait ? program.def(def.parent).span : def.span;
  return llvm::any_of(program.itemSink().all(), [&](const Diagnostic &finding) {
    const Span span = finding.primary.front().span;
    return finding.kind == DiagnosticKind::E0405 && around.lo() <= span.lo() && span.hi() <= around.hi();
  });
}

/// Judges one body: every pass in order, each only when the ones before found nothing. A body is accepted only when the last one ran.
DiagnosticSink judgeBody(Program &program, DefId item, const JudgeOptions &options, Judgement &judgement, BodyParts &parts) {
  PhaseTimes &times = judgement.times;
  DiagnosticSink findings;
  if constexpr (!phases::infer) {
    findings.declineFeature(program.def(item).name_span, "not judged yet");
    return findings;
  } else {
    std::unique_ptr<typed::TypedBody> &body = parts.body;
    DiagnosticSink beside;
    {
      PhaseScope scope(times, Phase::Infer);
      CheckedBody checked = checkBody(program, item);
      findings = std::move(checked.findings);
      beside = std::move(checked.beside);
      body = std::move(checked.body);
    }
    // What a wrong or declined signature says was reported with the items; the body cannot be judged against it.
    if (!findings.isClean() || body == nullptr || program.signatureHasErrors(item)) {
      if (!findings.hasErrors() || !program.signatureHasErrors(item) || !missesTraits(program, item))
        return findings;
      DiagnosticSink kept;
      for (const Diagnostic &finding : findings.all())
        if (finding.kind != DiagnosticKind::E0277 && finding.kind != DiagnosticKind::E0599)
          kept.report(finding);
      return kept;
    }
    {
      PhaseScope scope(times, Phase::Patterns);
      checkPatterns(program, *body, findings);
    }
    if (!findings.isClean()) {
      findings.absorb(std::move(beside));
      return findings;
    }
    if constexpr (!phases::check) {
      findings.declineFeature(program.def(item).name_span, "not judged yet");
      return findings;
    } else {
      std::unique_ptr<mir::Body> &mir = parts.mir;
      {
        PhaseScope scope(times, Phase::Lower);
        mir = lowerToMir(program, *body, findings);
      }
      if (mir == nullptr || !findings.isClean())
        return findings;
      PhaseScope scope(times, Phase::Check);
      findings.absorb(std::move(beside));
      checkBindingConflicts(program, *body, findings); // these keep nothing else from being judged
      checkMir(program, *mir, {options.mode, options.ambiguous_drops, [&](Span span) { return judgement.sources.text(span); }, options.on_trial}, findings);
      return findings;
    }
  }
}

/// An error that no lint level can take away.
bool hasRejection(const DiagnosticSink &findings) {
  return llvm::any_of(findings.all(), [](const Diagnostic &finding) { return finding.level == Level::Error && lintOf(finding.kind).empty(); });
}

bool isJudged(const llvm::BitVector &bodies, std::size_t number) { return number < bodies.size() && bodies.test(static_cast<unsigned>(number)); }

/// Items first, then each body on its own: a decline or an error in one says nothing about the others.
void judgeProgram(Program &program, const JudgeOptions &options, Judgement &judgement) {
  {
    PhaseScope scope(judgement.times, Phase::Items);
    program.checkItems();
  }
  for (DefId item : program.resolver().userItems()) {
    if (!hasBody(program.def(item)))
      continue;
    judgement.body_spans.push_back(program.def(item).span);
    if (options.only_bodies != nullptr && !isJudged(*options.only_bodies, judgement.body_spans.size() - 1))
      continue;
    BodyParts parts;
    DiagnosticSink findings = judgeBody(program, item, options, judgement, parts);
    if (options.each_body) {
      const bool declined = findings.hasDeclines() || program.signatureIsDeclined(item);
      options.each_body({program, judgement, item, parts.mir.get(), (hasRejection(findings) && !declined) || program.signatureHasErrors(item), declined});
    }
    ++judgement.bodies;
    judgement.declined_bodies += findings.hasDeclines() || program.signatureIsDeclined(item) ? 1 : 0;
    llvm::append_range(judgement.findings, std::move(findings).finish());
  }
  llvm::append_range(judgement.findings, program.resolver().itemFindings().all());
  llvm::append_range(judgement.findings, program.itemSink().all());
}

void run(const std::string &path, const JudgeOptions &options, Judgement &judgement, std::vector<LintScope> &lint_scopes) {
  if constexpr (!phases::parse) {
    const SourceFile *root = load(path, path == "-" ? options.stdin_name : path, options.texts, judgement);
    if (root != nullptr && !root->text().trim().empty())
      judgement.findings.emplace_back(DiagnosticKind::L0001, "not judged: only reading files works yet", Span(root->base(), root->base()));
  } else {
    std::unique_ptr<LoadedCrate> crate = loadProgram(path, options, judgement);
    if (crate == nullptr)
      return;
    lint_scopes = lintScopesOf(crate->files, crate->symbols, options.lints, judgement.findings);
    JudgeOptions visible = options;
    visible.ambiguous_drops &= mayShow(DiagnosticKind::L0100, options.lints, lint_scopes);
    judgeProgram(*crate->program, visible, judgement);
  }
}

std::uint32_t positionOf(const Diagnostic &finding) { return finding.primary.empty() ? 0 : finding.primary.front().span.lo(); }

} // namespace

std::uint32_t firstUserOffset() {
  if constexpr (phases::parse)
    return librarySources(embeddedLibrary()).nextBase();
  else
    return 1;
}

std::unique_ptr<LoadedCrate> loadProgram(const std::string &path, const JudgeOptions &options, Judgement &judgement) {
  const SourceFile *root = load(path, path == "-" ? options.stdin_name : path, options.texts, judgement);
  if (root == nullptr)
    return nullptr;
  const Library &library = embeddedLibrary();
  auto crate = std::make_unique<LoadedCrate>(library);
  {
    PhaseScope scope(judgement.times, Phase::Parse, root->name());
    auto load_module = [&](const std::string &file) { return load(file, file, options.texts, judgement); };
    crate->files = loadCrate(*root, crate->symbols, load_module, judgement.findings);
  }
  std::vector<CrateFile> files;
  for (const std::unique_ptr<CrateFileEntry> &file : crate->files) {
    files.push_back({&file->parsed, file->declared_by});
    llvm::append_range(judgement.findings, file->parsed.errors);
  }
  {
    PhaseScope scope(judgement.times, Phase::Resolve, root->name());
    crate->resolver = resolveCrate(library, crate->symbols, files, crate->types);
  }
  crate->program = std::make_unique<Program>(*crate->resolver, crate->types);
  return crate;
}

bool hasBody(const Def &def) {
  switch (def.kind) {
  case DefKind::Fn:
  case DefKind::AssocFn:
    return def.as<ast::FnItem>()->body != nullptr;
  case DefKind::Const:
  case DefKind::AssocConst:
    return def.as<ast::ConstItem>()->value != nullptr;
  case DefKind::Static:
    return def.as<ast::StaticItem>()->value != nullptr;
  case DefKind::AnonConst:
    return true;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Struct:
  case DefKind::Enum:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::Trait:
  case DefKind::Impl:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    return false;
  }
  return false;
}

void sortAndRemoveDuplicates(std::vector<Diagnostic> &findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic &a, const Diagnostic &b) { return positionOf(a) < positionOf(b); });
  auto same_label = [](const Label &a, const Label &b) { return a.span == b.span && a.text == b.text; };
  auto same_edit = [](const Edit &a, const Edit &b) { return a.span == b.span && a.text == b.text; };
  auto same_suggestion = [&](const Suggestion &a, const Suggestion &b) { return a.message == b.message && llvm::equal(a.edits, b.edits, same_edit); };
  auto same = [&](const Diagnostic &a, const Diagnostic &b) {
    bool same_place = a.primary.empty() ? b.primary.empty() : !b.primary.empty() && a.primary.front().span == b.primary.front().span;
    return a.kind == b.kind && same_place && a.message == b.message && llvm::equal(a.secondary, b.secondary, same_label) &&
           llvm::equal(a.suggestions, b.suggestions, same_suggestion);
  };
  // Findings of one place stand together, but not always side by side; there can be many, so those of other words are not compared.
  std::vector<Diagnostic> kept;
  llvm::StringMap<llvm::SmallVector<std::size_t, 1>> by_message;
  std::uint32_t position = UINT32_MAX;
  for (Diagnostic &finding : findings) {
    if (positionOf(finding) != position) {
      position = positionOf(finding);
      by_message.clear();
    }
    llvm::SmallVector<std::size_t, 1> &alike = by_message[finding.message];
    if (llvm::any_of(alike, [&](std::size_t before) { return same(kept[before], finding); }))
      continue;
    alike.push_back(kept.size());
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

namespace {

/// Bodies in which something was not judged: errors and declines that no lint level takes away. Nothing: there are such findings outside all bodies.
std::optional<std::vector<Span>> unjudgedBodies(const Judgement &judgement) {
  const BodyIndex index(judgement.body_spans);
  std::vector<Span> bodies;
  for (const Diagnostic &finding : judgement.findings) {
    if (finding.level != Level::Error || !lintOf(finding.kind).empty())
      continue;
    const std::optional<std::size_t> body = finding.primary.empty() ? std::nullopt : index.at(finding.primary.front().span.lo());
    if (!body)
      return std::nullopt;
    bodies.push_back(judgement.body_spans[*body]);
  }
  return bodies;
}

/// Levels of lints; expectations are told unfulfilled only where everything under them was looked at.
void applyLints(Judgement &judgement, const JudgeOptions &options, llvm::ArrayRef<LintScope> scopes) {
  const std::vector<std::size_t> met = applyLintLevels(judgement.findings, options.lints, scopes);
  const bool looked_everywhere = !judgement.internal_error && !judgement.unreadable && options.only_bodies == nullptr && options.ambiguous_drops;
  if (!looked_everywhere || llvm::none_of(scopes, [](const LintScope &scope) { return scope.level == LintLevel::Expect; }))
    return;
  const std::optional<std::vector<Span>> unjudged = unjudgedBodies(judgement);
  if (!unjudged)
    return;
  const auto is_certain = [&](Span scope) { return llvm::none_of(*unjudged, [&](Span body) { return body.lo() < scope.hi() && scope.lo() < body.hi(); }); };
  reportUnfulfilled(judgement.findings, options.lints, scopes, met, is_certain);
  sortAndRemoveDuplicates(judgement.findings);
}

Judgement judgeOnce(const std::string &path, const JudgeOptions &options) {
  Judgement judgement(firstUserOffset());
  std::vector<LintScope> lint_scopes;
  try {
    run(path, options, judgement, lint_scopes);
  } catch (const InternalError &error) {
    Span place = judgement.sources.size() == 0 ? Span() : judgement.sources.file(FileId(0)).span().shrinkToLo();
    Diagnostic finding(DiagnosticKind::Internal, std::string("internal error: ") + error.what(), place);
    finding.note("this is a defect of Lien, not of the program; please report it with this file");
    judgement.findings.push_back(std::move(finding));
    judgement.internal_error = true;
  }
  sortAndRemoveDuplicates(judgement.findings);
  applyLints(judgement, options, lint_scopes);
  return judgement;
}

} // namespace

Judgement judge(const std::string &path, const JudgeOptions &options) {
  Judgement judgement = judgeOnce(path, options);
  if (!options.recheck || llvm::none_of(judgement.findings, [](const Diagnostic &finding) { return finding.kind == DiagnosticKind::L0100; }))
    return judgement;
  PhaseScope scope(judgement.times, Phase::Recheck, path);
  recheckRewrites(judgement, [&](const TextOverlay &texts, const llvm::BitVector &bodies) {
    JudgeOptions again = options;
    again.each_body = nullptr;
    again.texts = &texts;
    again.only_bodies = &bodies;
    again.on_trial = true;
    return judgeOnce(path, again);
  });
  return judgement;
}

} // namespace lien
