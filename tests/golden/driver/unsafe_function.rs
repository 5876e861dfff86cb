unsafe fn f() {} //~ ERROR L0001
