# Ships text files inside the binary: one generated source file with a table of (name, text) per set.
#   lien_embed(target folder extension header type variable)
# Names are relative to the folder; with extension `md` the extension is dropped from them.
set(LIEN_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_run.cmake)
function(lien_embed target folder extension header type variable)
  file(GLOB_RECURSE texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.${extension})
  list(FILTER texts EXCLUDE REGEX "/README\\.md$")
  list(SORT texts)
  set(generated ${PROJECT_BINARY_DIR}/generated/${variable}.cpp)
  string(REPLACE ";" "|" joined "${texts}")
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} "-DSOURCES=${joined}" "-DROOT=${PROJECT_SOURCE_DIR}/${folder}" "-DOUTPUT=${generated}" -DHEADER=${header} -DTYPE=${type}
            -DVARIABLE=${variable} -P ${LIEN_EMBED_SCRIPT}
    DEPENDS ${texts} ${LIEN_EMBED_SCRIPT}
    VERBATIM
    COMMENT "Embedding ${folder}")
  target_sources(${target} PRIVATE ${generated})
endfunction()
