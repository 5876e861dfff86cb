# Ships the library's signatures (frontend/library/*.rs) inside the binary: one generated source file with a table of (name, text).
set(LIEN_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_library_run.cmake)
function(lien_embed_library target)
  file(GLOB_RECURSE library_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/frontend/library/*.rs)
  list(SORT library_sources)
  set(generated ${PROJECT_BINARY_DIR}/generated/embedded_library_sources.cpp)
  string(REPLACE ";" "|" joined "${library_sources}")
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} "-DSOURCES=${joined}" "-DROOT=${PROJECT_SOURCE_DIR}/frontend/library" "-DOUTPUT=${generated}" -P ${LIEN_EMBED_SCRIPT}
    DEPENDS ${library_sources} ${LIEN_EMBED_SCRIPT}
    VERBATIM
    COMMENT "Embedding the library's signatures")
  target_sources(${target} PRIVATE ${generated})
endfunction()
