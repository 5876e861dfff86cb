// What a use of a definition asks of regions, worked out once for each instance with erased regions: a call of `Vec<&str>::push`, a field of
// `Pair<&str>`, … A template numbers the regions of its key's slots 0, 1, 2 …, then those made on the way; each use puts in its own variables.
//
// Programs call few functions many times, so that trait selection with regions runs once for each of them.
#pragma once

#include "checker/regions/region_prover.hpp"

namespace lien {

/// An erased type with what stands in its slots.
struct SlottedType {
  Ty erased;
  llvm::SmallVector<Region, 4> regions;
};

struct RegionTemplate {
  std::uint32_t variables = 0; ///< regions are `Region::var(0 … variables - 1)`, the first ones the key's slots; or lifetimes of the item, or 'static
  std::vector<SlottedType> types;
  std::vector<RegionPair> pairs;
  struct Test {
    SlottedType type;
    Region region;
    Span bound;
  };
  std::vector<Test> tests;
  bool asks_nothing = false; ///< and there are no regions in its types
  const char *declined = nullptr;
};

class RegionTemplates {
public:
  RegionTemplates(Program &program, DefId owner);

  RegionSlots &slots() { return shared_->slots; }
  RegionProver &prover() { return prover_; }

  /// A function's type or a function pointer's: types are the inputs, then the output. Nothing else about it is to be proven.
  const RegionTemplate &call(Ty callee);
  /// The type of a field of a struct or enum.
  const RegionTemplate &field(Ty adt, std::uint32_t variant, std::uint32_t field);
  /// The type of a constant or static with arguments (an FnDef-like key: slots of the arguments in order).
  const RegionTemplate &item(DefId def, Args args);
  /// What a struct or enum asks of its arguments.
  const RegionTemplate &predicates(Ty adt);
  /// What makes a type well-formed.
  const RegionTemplate &wellFormed(Ty ty);
  /// Slots whose regions must hold when a value of the type is dropped (RFC 1238, RFC 1327: dropck with `may_dangle`).
  llvm::ArrayRef<std::uint32_t> dropSlots(Ty ty);
  [[nodiscard]] const ParamEnv &env() const { return env_; }

private:
  using Key = std::pair<std::uint64_t, std::uint64_t>;
  using Table = llvm::DenseMap<Key, std::unique_ptr<RegionTemplate>>;
  struct Shared {
    explicit Shared(Program &program) : slots(program) {}
    RegionSlots slots;
    Table templates;
    llvm::DenseMap<std::uint32_t, std::unique_ptr<std::vector<std::uint32_t>>> drops;
  };
  static std::shared_ptr<Shared> sharedOf(Program &program);

  template <typename Make> const RegionTemplate &find(std::uint64_t what, Ty key, std::uint64_t detail, Make make);
  void finish(RegionTemplate &made, std::uint32_t inputs);
  SlottedType slotted(Ty ty);
  void addDropRegions(Ty ty, llvm::SmallVectorImpl<Region> &out, llvm::SmallVectorImpl<Ty> &open, unsigned depth);
  bool mayDangle(DefId drop_impl, std::uint32_t param);

  Program &program_;
  TypeStore &types_;
  ParamEnv env_;
  Solver solver_;
  std::shared_ptr<Shared> shared_;
  RegionProver prover_;
  Table own_; ///< of instances that mention parameters of the item
  llvm::DenseMap<std::uint32_t, std::unique_ptr<std::vector<std::uint32_t>>> own_drops_;
};

} // namespace lien
