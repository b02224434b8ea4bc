@echo off
rem The command line of an installed OnePercent, run by the Node inside the program.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\OnePercent.exe" "%~dp0..\app.asar.unpacked\out\main\cli.js" %*
exit /b %ERRORLEVEL%
