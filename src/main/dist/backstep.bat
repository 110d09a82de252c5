@echo off
rem Starts Backstep from the folder that "mvn package" lays out. Needs java 17 or newer.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

set "version="
for /f "tokens=3" %%v in ('call "%java%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined version set "version=%%~v"
if not defined version goto missing
set "number="
for /f "tokens=1,2 delims=.-+" %%a in ("%version%") do if "%%a"=="1" (set "number=%%b") else (set "number=%%a")
if %number% lss 17 goto old

"%java%" "@%~dp0java.options" -cp "%~dp0..\lib\*" dev.backstep.app.Launcher %*
exit /b %errorlevel%

rem 3: not started.
:missing
if defined JAVA_HOME goto wrong
>&2 echo Backstep needs Java 17 or newer: there is no java in PATH, and JAVA_HOME is not set.
exit /b 3
:wrong
>&2 echo Backstep needs Java 17 or newer: JAVA_HOME is "%JAVA_HOME%", and there is no bin\java in it.
exit /b 3
:old
>&2 echo Backstep needs Java 17 or newer: "%java%" is Java %version%.
exit /b 3
