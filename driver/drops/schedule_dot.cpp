#include "driver/drops/schedule_dot.hpp"

#include "diagnostics/render/display_text.hpp"
#include "driver/drops/node_rows.hpp"
#include "driver/drops/ownership_sets.hpp"

namespace lien {

namespace {

/// Text inside an HTML-like label: what has a meaning in XML, and the backslash, which begins `\N`, the node's name, even there.
std::string html(llvm::StringRef text) {
  std::string result;
  for (const char c : printable(text)) {
    switch (c) {
    case '&':
      result += "&amp;";
      break;
    case '<':
      result += "&lt;";
      break;
    case '>':
      result += "&gt;";
      break;
    case '"':
      result += "&quot;";
      break;
    case '\\':
      result += "&#92;";
      break;
    case '\n':
      result += ' ';
      break;
    default:
      result += c;
    }
  }
  return result;
}

/// A label in double quotes: quotes and backslashes have a meaning.
std::string quoted(llvm::StringRef text) {
  std::string result = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\')
      result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result + "\"";
}

class ClusterWriter {
public:
  ClusterWriter(const JudgedSchedule &function, const ScheduleFilter &filter, unsigned number, llvm::raw_ostream &out)
      : function_(function), filter_(filter), number_(number), out_(out) {}

  void write() {
    out_ << "  subgraph cluster_" << number_ << " {\n    label=" << quoted("fn " + function_.path()) << ";\n";
    switch (function_.status()) {
    case FunctionStatus::Judged:
      writeNodes();
      break;
    case FunctionStatus::Rejected:
      out_ << "    " << node(0) << " [label=" << quoted("rejected") << "];\n";
      break;
    case FunctionStatus::Declined:
      out_ << "    " << node(0) << " [label=" << quoted("not judged") << "];\n";
      break;
    }
    out_ << "  }\n";
  }

private:
  [[nodiscard]] std::string node(std::uint32_t index) const { return "f" + std::to_string(number_) + "_" + std::to_string(index); }

  void writeNodes() {
    const std::vector<FlowNode> nodes = flowNodes(function_);
    const NodeRows rows(function_, filter_);
    const OwnershipStates states(function_, filter_);
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
      writeNode(i, nodes[i], rows.of(nodes[i]), states.atEndOf(nodes[i].blocks.back()));
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
      for (const FlowEdge &edge : nodes[i].edges)
        out_ << "    " << node(i) << " -> " << node(edge.to) << (edge.label.empty() ? "" : " [label=" + quoted(edge.label) + "]") << ";\n";
  }

  void writeNode(std::uint32_t index, const FlowNode &content, const std::vector<NodeRow> &rows, const OwnershipSets &sets) {
    const bool returns = function_.body().blocks[content.blocks.back()].terminator.kind == mir::TerminatorKind::Return;
    out_ << "    " << node(index) << " [" << (returns ? "peripheries=2, " : "") << "label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\">";
    for (const NodeRow &row : rows)
      writeRow(row.text, row.kind == NodeRow::Kind::Drop ? " BGCOLOR=\"#cdeccd\"" : row.kind == NodeRow::Kind::AmbiguousDrop ? " BGCOLOR=\"#ffe08a\"" : "", "");
    writeSet("owned", sets.owned, "#1a7f37");
    writeSet("gone", sets.gone, "#b3261e");
    writeSet("ambiguous", sets.ambiguous, "#9a6700");
    if (rows.empty() && sets.owned.empty() && sets.gone.empty() && sets.ambiguous.empty())
      writeRow(returns ? "return" : index == 0 ? "start" : "...", "", "");
    out_ << "</TABLE>>];\n";
  }

  void writeRow(llvm::StringRef text, llvm::StringRef attributes, llvm::StringRef color) {
    out_ << "<TR><TD ALIGN=\"LEFT\"" << attributes << ">";
    if (!color.empty())
      out_ << "<FONT COLOR=\"" << color << "\">";
    out_ << html(text) << (color.empty() ? "" : "</FONT>") << "</TD></TR>";
  }

  void writeSet(llvm::StringRef name, const std::vector<std::string> &members, llvm::StringRef color) {
    if (members.empty())
      return;
    std::string text = (name + ": ").str();
    for (const std::string &member : members)
      text += (&member == &members.front() ? "" : ", ") + member;
    writeRow(text, "", color);
  }

  const JudgedSchedule &function_;
  const ScheduleFilter &filter_;
  unsigned number_;
  llvm::raw_ostream &out_;
};

} // namespace

void ScheduleDot::begin(llvm::StringRef file) {
  out_ << "digraph {\n  label=" << quoted(file) << ";\n  node [shape=box, fontname=\"monospace\"];\n  edge [fontname=\"monospace\"];\n"
       << "  graph [fontname=\"monospace\", labeljust=l];\n";
}

void ScheduleDot::add(const JudgedSchedule &function) { ClusterWriter(function, filter_, functions_++, out_).write(); }

void ScheduleDot::end() { out_ << "}\n"; }

} // namespace lien
