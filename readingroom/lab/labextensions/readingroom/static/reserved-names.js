// Names that no lesson may take for itself: Python's words and built-in functions, and what opens a lesson.

const NAMES = `
  abs aiter all and anext any as ascii assert async await bin bool break breakpoint bytearray bytes callable
  case chr class classmethod compile complex continue copyright credits def del delattr dict dir display
  divmod elif else enumerate eval except exec exit filter finally float for format from frozenset get_ipython
  getattr global globals hasattr hash help hex id if import in input int is isinstance issubclass iter lambda
  len license list locals map match max memoryview min next nonlocal not object oct open open_course
  open_exercise open_section or ord pass pow print property quit raise range repr return reversed round set
  setattr slice sorted staticmethod str sum super try tuple type vars while with yield zip`;

export const RESERVED = new Set(NAMES.trim().split(/\s+/));
