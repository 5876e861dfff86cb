#include "driver/cli/options.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien {

namespace {

constexpr std::size_t help_column = 30;

class Parser {
public:
  Parser(const CommandSpec &command, llvm::ArrayRef<const char *> arguments) : command_(command), rest_(arguments) {}

  ParsedArguments run() {
    bool only_positional = false;
    while (!rest_.empty() && result_.error.empty()) {
      llvm::StringRef argument = next();
      if (only_positional || argument == "-" || !argument.starts_with("-"))
        result_.positional.push_back(argument.str());
      else if (argument == "--")
        only_positional = true;
      else if (argument == "--help" || argument == "-h")
        result_.help = true;
      else if (argument.starts_with("--"))
        longOption(argument);
      else
        shortOption(argument);
    }
    return std::move(result_);
  }

private:
  llvm::StringRef next() {
    llvm::StringRef argument = rest_.front();
    rest_ = rest_.drop_front();
    return argument;
  }

  void longOption(llvm::StringRef argument) {
    auto [name, value] = argument.split('=');
    bool has_value = name.size() < argument.size();
    for (const OptionSpec &spec : command_.options)
      if (spec.name == name)
        return take(spec, name, value, has_value);
    result_.error = "unknown option `" + name.str() + "`";
  }

  void shortOption(llvm::StringRef argument) {
    for (const OptionSpec &spec : command_.options)
      if (spec.letter != 0 && spec.letter == argument[1]) {
        llvm::StringRef value = argument.drop_front(2);
        bool has_value = !value.empty();
        value.consume_front("=");
        return take(spec, argument.take_front(2), value, has_value);
      }
    result_.error = "unknown option `" + argument.str() + "`";
  }

  void take(const OptionSpec &spec, llvm::StringRef name, llvm::StringRef value, bool has_value) {
    if (spec.value.empty() && has_value) {
      result_.error = "option `" + name.str() + "` takes no value";
      return;
    }
    if (!spec.value.empty() && !has_value && !spec.value_optional) {
      if (rest_.empty()) {
        result_.error = "option `" + name.str() + "` needs a value: " + spec.value.str();
        return;
      }
      value = next();
    }
    result_.options.push_back({&spec, value.str()});
  }

  const CommandSpec &command_;
  llvm::ArrayRef<const char *> rest_;
  ParsedArguments result_;
};

/// Wraps the text of an option so that it stands in one column.
void printWrapped(llvm::StringRef text, llvm::raw_ostream &out) {
  std::size_t at = help_column;
  while (!text.empty()) {
    auto [word, rest] = text.split(' ');
    if (at + word.size() + 1 > 110 && at > help_column) {
      out << '\n';
      out.indent(help_column);
      at = help_column;
    }
    if (at > help_column) {
      out << ' ';
      ++at;
    }
    out << word;
    at += word.size();
    text = rest;
  }
  out << '\n';
}

} // namespace

ParsedArguments parseArguments(const CommandSpec &command, llvm::ArrayRef<const char *> arguments) { return Parser(command, arguments).run(); }

void printHelp(const CommandSpec &command, llvm::raw_ostream &out) {
  out << command.summary << "\n\nUsage: lien " << command.name << ' ' << command.usage << "\n\nOptions:\n";
  for (const OptionSpec &option : command.options) {
    std::string left = option.letter != 0 ? std::string("  -") + option.letter + ", " : "      ";
    left += option.name;
    if (!option.value.empty())
      left += option.value_optional ? "[=" + option.value.str() + "]" : " " + option.value.str();
    out << left;
    if (left.size() + 2 > help_column) {
      out << '\n';
      out.indent(help_column);
    } else {
      out.indent(static_cast<unsigned>(help_column - left.size()));
    }
    printWrapped(option.help, out);
  }
  out << "  -h, --help                  Print this help\n";
}

} // namespace lien
