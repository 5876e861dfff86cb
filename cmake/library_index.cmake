# Reads the library's source once, when Lien is built, and compiles the index of it that every program is judged with: target `lien_library_index`.
add_executable(lien_write_index frontend/library_index/write_index.cpp)
target_link_libraries(lien_write_index PRIVATE lien_frontend_code)
set(library_index ${PROJECT_BINARY_DIR}/generated/library_index.cpp)
# Written anew after each change of the frontend, but compiled only when it differs.
add_custom_command(
  OUTPUT ${library_index}.stamp
  BYPRODUCTS ${library_index}
  COMMAND lien_write_index ${library_index}.new
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${library_index}.new ${library_index}
  COMMAND ${CMAKE_COMMAND} -E touch ${library_index}.stamp
  DEPENDS lien_write_index
  VERBATIM
  COMMENT "Indexing frontend/library")
add_library(lien_library_index STATIC ${library_index} ${library_index}.stamp)
target_link_libraries(lien_library_index PUBLIC lien_options taocpp::pegtl)
