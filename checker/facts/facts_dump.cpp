#include "checker/facts/facts_dump.hpp"

#include "checker/borrows/borrow_violations.hpp"
#include "checker/borrows/solved_loan_regions.hpp"
#include "checker/facts/mir_json.hpp"
#include "checker/moves/find_violations.hpp"
#include "checker/moves/initialisation.hpp"
#include "checker/regions/region_templates.hpp"

namespace lien {

namespace {

class FactsDump {
public:
  FactsDump(Program &program, const mir::Body &body, llvm::raw_ostream &out)
      : program_(program), body_(body), flow_(body), types_(program), moves_(flow_, types_), regions_(program, flow_, moves_, types_), json_(out) {}

  void write() {
    json_.object([&] {
      json_.attribute("function", program_.resolver().pathOf(body_.owner));
      if (regions_.declined()) {
        json_.attribute("declined", regions_.declined()->what);
        return;
      }
      writeMirJson(json_, flow_, types_);
      writeRegions();
      writeInitialised();
      json_.attributeObject("answers", [&] { writeAnswers(); });
    });
  }

private:
  void writeRegions() {
    std::uint32_t universals = regions_.universalCount();
    json_.attribute("regions", static_cast<std::int64_t>(regions_.size()));
    json_.attribute("universal", universals);
    json_.attributeArray("known", [&] {
      for (std::uint32_t longer = 0; longer < universals; ++longer)
        for (std::uint32_t shorter = 0; shorter < universals; ++shorter)
          if (longer != shorter && regions_.isKnownToOutlive(RegionVid(longer), RegionVid(shorter)))
            writeList({longer, shorter});
    });
    json_.attributeArray("outlives", [&] {
      for (const OutlivesConstraint &constraint : regions_.constraints())
        writeList({constraint.sup.value, constraint.sub.value});
    });
    json_.attributeArray("made", [&] { // what is neither universal nor in the type of a local holds where it is made
      for (std::uint32_t region = universals; region < regions_.size(); ++region) {
        RegionOrigin origin = regions_.origin(RegionVid(region));
        if (origin.kind == RegionOrigin::Kind::Borrow)
          writeList({region, flow_.statementIndex(origin.at)});
      }
    });
    RegionTemplates templates(program_, body_.owner);
    json_.attributeArray("local_regions", [&] {
      for (std::uint32_t local = 0; local < body_.locals.size(); ++local)
        writeLocal(templates, mir::LocalId(local));
    });
    json_.attributeArray("borrow_regions", [&] {
      for (std::uint32_t point = 0; point < flow_.statementCount(); ++point)
        if (RegionVid region = regions_.ofBorrow(flow_.locationOf(point)); region.isValid())
          writeList({point, region.value});
    });
  }

  void writeLocal(RegionTemplates &templates, mir::LocalId local) {
    llvm::ArrayRef<RegionVid> slots = regions_.ofLocal(local);
    json_.object([&] {
      json_.attributeArray("type", [&] {
        for (RegionVid region : slots)
          json_.value(region.value);
      });
      json_.attributeArray("drop", [&] {
        for (std::uint32_t slot : slots.empty() ? llvm::ArrayRef<std::uint32_t>() : templates.dropSlots(erased(local)))
          json_.value(slots[slot].value);
      });
    });
  }

  Ty erased(mir::LocalId local) { return eraseRegions(program_.types(), body_.locals[local].ty); }

  /// Per point, on entry: the locals with regions of which some part may hold a value; and the same after the end of each block.
  void writeInitialised() {
    MaybeInitialised initialised(flow_, moves_);
    initialised.solve();
    std::vector<std::vector<std::uint32_t>> at_end;
    json_.attributeArray("initialised", [&] {
      for (mir::BlockId block : flow_.order()) {
        ConstBitRow start = initialised.atStart(block);
        std::vector<BitWord> state(start.begin(), start.end());
        for (Location at{block, 0}; at.statement <= flow_.terminatorOf(block).statement; ++at.statement) {
          writeNumbers(present(state));
          initialised.apply(state, at);
        }
        at_end.push_back(present(state));
      }
    });
    json_.attributeArray("initialised_after", [&] {
      for (const std::vector<std::uint32_t> &locals : at_end)
        writeNumbers(locals);
    });
  }

  std::vector<std::uint32_t> present(ConstBitRow state) {
    std::vector<std::uint32_t> locals;
    for (std::uint32_t local = 0; local < body_.locals.size(); ++local) {
      if (regions_.ofLocal(mir::LocalId(local)).empty())
        continue;
      auto holds = [&](MovePathId path) { return testBit(state, path.value); };
      if (moves_.findAtOrBelow(moves_.ofLocal(mir::LocalId(local)), holds).isValid())
        locals.push_back(local);
    }
    return locals;
  }

  void writeAnswers() {
    SolvedLoanRegions solved(regions_);
    Loans loans(flow_, types_);
    loans.setRegions(solved);
    Violations move_violations = findViolations(flow_, moves_, types_);
    BorrowViolations found = findBorrowViolations({flow_, types_, loans, solved, move_violations, false});
    json_.attribute("not_mutable", !move_violations.not_mutable.empty());
    json_.attributeArray("conflicts", [&] {
      for (const BorrowConflict &conflict : found.conflicts)
        writeList({flow_.statementIndex(conflict.at), flow_.statementIndex(loans[conflict.loan].at)});
    });
    json_.attributeArray("universal_errors", [&] {
      for (const UniversalRegionError &error : regions_.universalErrors())
        writeList({error.longer.value, error.shorter.value});
    });
  }

  void writeList(std::initializer_list<std::uint32_t> numbers) { writeNumbers(llvm::ArrayRef(numbers.begin(), numbers.size())); }
  void writeNumbers(llvm::ArrayRef<std::uint32_t> numbers) {
    json_.array([&] {
      for (std::uint32_t number : numbers)
        json_.value(number);
    });
  }

  Program &program_;
  const mir::Body &body_;
  ControlFlow flow_;
  ProgramMoveTypes types_;
  MoveData moves_;
  Regions regions_;
  llvm::json::OStream json_;
};

} // namespace

std::string dumpFacts(Program &program, const mir::Body &body) {
  std::string text;
  llvm::raw_string_ostream out(text);
  FactsDump(program, body, out).write();
  return text;
}

} // namespace lien
