#include "driver/check/fix_run.hpp"

#include "driver/check/replace_file.hpp"
#include "driver/check/unified_diff.hpp"
#include "driver/check/workers.hpp"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

namespace lien {

namespace {

/// Two names of one file have one real path.
std::string realPath(const std::string &name) {
  llvm::SmallString<256> real;
  return llvm::sys::fs::real_path(name, real) ? name : real.str().str();
}

} // namespace

Judgement FixRun::judgeTexts(const std::string &path, const TextOverlay &texts) const {
  JudgeOptions options = options_.judge;
  options.texts = &texts;
  return judge(path, options);
}

FixedCrate FixRun::prepare(const std::string &path) const {
  return fixCrate([&](const TextOverlay &texts) { return judgeTexts(path, texts); });
}

bool FixRun::isOutdated(const FixedCrate &crate) const {
  return !written_.empty() && llvm::any_of(crate.files, [&](const FixedFile &file) {
    const auto found = written_.find(realPath(file.name));
    return found != written_.end() && found->second != file.text.original();
  });
}

TextOverlay FixRun::presentTexts(const std::string &path, const FixedCrate &crate) const {
  TextOverlay texts;
  for (const FixedFile &file : crate.files)
    if (const auto found = written_.find(realPath(file.name)); found != written_.end())
      texts[file.name] = found->second;
  if (path == "-" && !crate.files.empty())
    texts[crate.files.front().name] = crate.files.front().text.original();
  return texts;
}

std::string FixRun::put(const std::string &path, const FixedFile &file) {
  if (options_.only_show)
    printUnifiedDiff(file.name, file.text, out_);
  else if (path != "-")
    if (std::string error = replaceFile(file.name, file.text.original(), file.text.text()); !error.empty())
      return error;
  ++files_;
  if (path != "-")
    written_[realPath(file.name)] = file.text.text();
  return {};
}

std::unique_ptr<Judgement> FixRun::settle(const std::string &path, FixedCrate crate) {
  // A judgement needs a worker's stack.
  const auto on_worker = [&](llvm::function_ref<void()> work) { runInOrder(1, 1, options_.trace, [&](std::size_t) { work(); }, [](std::size_t) {}); };
  if (isOutdated(crate))
    on_worker([&] { crate = fixCrate([&](const TextOverlay &texts) { return judgeTexts(path, texts); }, presentTexts(path, crate)); });
  std::vector<Diagnostic> errors;
  for (std::size_t i = 0; i < crate.files.size(); ++i) {
    const FixedFile &file = crate.files[i];
    if (!file.isChanged())
      continue;
    if (std::string error = put(i == 0 ? path : file.name, file); !error.empty())
      errors.emplace_back(DiagnosticKind::Io, "cannot fix `" + file.name + "`: " + error, Span());
  }
  if (path == "-" && !options_.only_show && !crate.files.empty())
    out_ << (errors.empty() ? crate.files.front().text.text() : crate.files.front().text.original());
  if (errors.empty()) {
    rewrites_ += crate.rewrites;
    return std::move(crate.judgement);
  }
  std::unique_ptr<Judgement> judgement;
  on_worker([&] { judgement = std::make_unique<Judgement>(judgeTexts(path, presentTexts(path, crate))); });
  judgement->findings.insert(judgement->findings.begin(), std::make_move_iterator(errors.begin()), std::make_move_iterator(errors.end()));
  judgement->unreadable = true;
  return judgement;
}

} // namespace lien
