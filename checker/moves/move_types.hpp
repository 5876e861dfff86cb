// What the move analyses ask about types: a narrow window on `Program`, so that tests can build bodies without one.
#pragma once

#include "frontend/types/program.hpp"

namespace lien {

class MoveTypes {
public:
  virtual ~MoveTypes() = default;
  [[nodiscard]] virtual const TypeStore &store() const = 0;
  /// The ADT that owns its content, so that `*b` can be moved out of it.
  [[nodiscard]] virtual bool isBox(Ty ty) const = 0;
  /// Does the ADT itself implement Drop (not: do its fields)?
  [[nodiscard]] virtual bool hasDestructor(Ty ty) const = 0;

  [[nodiscard]] const TyData &data(Ty ty) const { return store().data(ty); }
  /// Length of an array type whose length is a known number.
  [[nodiscard]] std::optional<std::uint64_t> arrayLength(Ty ty) const;
};

class ProgramMoveTypes final : public MoveTypes {
public:
  explicit ProgramMoveTypes(Program &program) : program_(program) {}
  [[nodiscard]] const TypeStore &store() const override { return program_.types(); }
  [[nodiscard]] bool isBox(Ty ty) const override;
  [[nodiscard]] bool hasDestructor(Ty ty) const override;

private:
  Program &program_;
};

} // namespace lien
