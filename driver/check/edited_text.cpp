#include "driver/check/edited_text.hpp"

#include <algorithm>

namespace lien {

namespace {

/// A stretch of the present text: bytes [lo, hi) of the original, or bytes that were put in.
struct Piece {
  std::uint32_t lo = 0;
  std::uint32_t hi = 0;
  std::string added;

  [[nodiscard]] std::size_t size() const { return hi - lo + added.size(); }
  [[nodiscard]] Piece slice(std::size_t from, std::size_t to) const {
    if (added.empty())
      return {static_cast<std::uint32_t>(lo + from), static_cast<std::uint32_t>(lo + to), {}};
    return {0, 0, added.substr(from, to - from)};
  }
};

std::vector<Piece> piecesOf(llvm::ArrayRef<TextEdit> changes, std::uint32_t size) {
  std::vector<Piece> pieces;
  std::uint32_t at = 0;
  for (const TextEdit &change : changes) {
    pieces.push_back({at, change.lo, {}});
    pieces.push_back({0, 0, change.text});
    at = change.hi;
  }
  pieces.push_back({at, size, {}});
  return pieces;
}

/// Reads pieces from front to back.
class PieceReader {
public:
  explicit PieceReader(llvm::ArrayRef<Piece> pieces) : pieces_(pieces) {}

  /// Goes on to an offset of the present text; what lies before it is appended to `out`, or dropped.
  void readTo(std::size_t offset, std::vector<Piece> *out) {
    while (at_ < offset) {
      const Piece &piece = pieces_[next_];
      const std::size_t taken = std::min(offset - at_, piece.size() - inside_);
      if (out != nullptr && taken > 0)
        out->push_back(piece.slice(inside_, inside_ + taken));
      at_ += taken;
      inside_ += taken;
      if (inside_ == piece.size()) {
        ++next_;
        inside_ = 0;
      }
    }
  }

private:
  llvm::ArrayRef<Piece> pieces_;
  std::size_t next_ = 0;
  std::size_t inside_ = 0; ///< of the next piece
  std::size_t at_ = 0;
};

} // namespace

bool sortEdits(std::vector<TextEdit> &edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const TextEdit &a, const TextEdit &b) { return a.lo < b.lo || (a.lo == b.lo && a.hi < b.hi); });
  for (std::size_t i = 1; i < edits.size(); ++i)
    if (edits[i].lo < edits[i - 1].hi)
      return false;
  return true;
}

bool EditedText::apply(std::vector<TextEdit> edits) {
  const auto outside = [&](const TextEdit &edit) { return edit.hi < edit.lo || edit.hi > text_.size(); };
  if (std::any_of(edits.begin(), edits.end(), outside) || !sortEdits(edits))
    return false;
  remember(edits);
  std::string result;
  std::size_t at = 0;
  for (const TextEdit &edit : edits) {
    result.append(text_, at, edit.lo - at);
    result += edit.text;
    at = edit.hi;
  }
  result.append(text_, at);
  text_ = std::move(result);
  return true;
}

void EditedText::remember(llvm::ArrayRef<TextEdit> edits) {
  const auto size = static_cast<std::uint32_t>(original_.size());
  const std::vector<Piece> before = piecesOf(changes_, size);
  std::vector<Piece> after;
  PieceReader reader(before);
  for (const TextEdit &edit : edits) {
    reader.readTo(edit.lo, &after);
    reader.readTo(edit.hi, nullptr);
    if (!edit.text.empty())
      after.push_back({0, 0, edit.text});
  }
  reader.readTo(text_.size(), &after);
  after.push_back({size, size, {}}); // the end
  changes_.clear();
  std::uint32_t kept = 0; ///< the end of the original's last stretch that is still there
  std::string added;
  for (const Piece &piece : after) {
    if (!piece.added.empty()) {
      added += piece.added;
      continue;
    }
    if (piece.lo > kept || !added.empty())
      changes_.push_back({kept, piece.lo, std::move(added)});
    added.clear();
    kept = piece.hi;
  }
}

} // namespace lien
