// What the files about items share.
#pragma once

#include "frontend/syntax/grammar.hpp"

namespace lien::grammar {

/// The rest of a function, from its qualifiers on.
bool parseFn(TokenInput &in, ItemPlace place, std::uint32_t lo, ast::FnItem &node);
/// The `;` that ends an item.
bool needSemi(TokenInput &in);
/// Inner attributes, appended to the attributes of the item.
bool addInnerAttributes(TokenInput &in, List<ast::Attribute> &attributes);
/// Attributes and an item; after an error an ErrorItem, and the input stands where the next item may start. `out` stays null where there was no item.
bool parseItemRecovering(TokenInput &in, ItemPlace place, const ast::Item *&out);
/// "expected item, found …"
bool failNoItem(TokenInput &in, ItemPlace place, List<ast::Attribute> attributes, const ast::Visibility &visibility);

} // namespace lien::grammar
