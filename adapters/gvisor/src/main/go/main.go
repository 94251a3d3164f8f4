// gVisor's netstack as a library for tcpspec: one stack at a time, in virtual time, driven by one thread. Built by
// adapters/gvisor/build.sh; called by GvisorLibrary.java, which describes each function.
package main

// #include <stdint.h>
import "C"

import (
	"runtime"
	"runtime/debug"
	"unsafe"

	"gvisor.dev/gvisor/pkg/tcpip"
	"gvisor.dev/gvisor/pkg/tcpip/stack"
	"gvisor.dev/gvisor/pkg/tcpip/transport/tcp"
)

// Which state of these files the library was built from, and of which gVisor; build.sh fills them in.
var source, gvisor = "unknown", "unknown"

var (
	current *tested
	// lastError is the name of the error that the last call ended with.
	lastError *C.char
	names     = map[string]*C.char{}
)

// work is done by one goroutine: a call from outside is bound to its thread, and to wait in it for another goroutine, as
// settle does again and again, would be to change threads.
var work, done = make(chan func()), make(chan struct{})

func do(what func()) {
	work <- what
	<-done
}

// One processor, so that the stack has one goroutine that handles segments. A panic is told in
// one line; with GOTRACEBACK=all in the environment it is told with the stacks.
func init() {
	runtime.GOMAXPROCS(1)
	debug.SetTraceback("none")
	go func() {
		for what := range work {
			what()
			done <- struct{}{}
		}
	}()
}

// settled is what comes of it when all has been done that can be done at this time.
func settled(what func() C.int) (result C.int) {
	do(func() {
		result = what()
		current.settle()
	})
	return result
}

func main() {}

// kept is words for C. Each is kept once, for ever: nobody need free it.
func kept(words string) *C.char {
	c, known := names[words]
	if !known {
		c = C.CString(words)
		names[words] = c
	}
	return c
}

func outcome(err tcpip.Error) C.int {
	if err != nil {
		lastError = kept(name(err))
		return -1
	}
	return 0
}

func number(n int, err tcpip.Error) C.int {
	if err != nil {
		return outcome(err)
	}
	return C.int(n)
}

func full(address *C.char, port C.int) tcpip.FullAddress {
	return tcpip.FullAddress{Addr: octets(C.GoString(address)), Port: uint16(port)}
}

func version(six C.int) tcpip.NetworkProtocolNumber {
	if six != 0 {
		return protocol("0123456789abcdef")
	}
	return protocol("0123")
}

//export tcpspec_source
func tcpspec_source() *C.char { return kept(source) }

//export tcpspec_gvisor
func tcpspec_gvisor() *C.char { return kept(gvisor) }

//export tcpspec_error
func tcpspec_error() *C.char { return lastError }

//export tcpspec_open
func tcpspec_open(seed C.int64_t, lines *C.char) C.int {
	addresses, settings := words(C.GoString(lines))
	t, err := open(int64(seed), addresses, settings)
	if err != nil {
		lastError = kept(err.Error())
		return -1
	}
	current = t
	return 0
}

//export tcpspec_close
func tcpspec_close() {
	do(current.close)
	current = nil
}

//export tcpspec_inject
func tcpspec_inject(packet unsafe.Pointer, length C.int) {
	octets := C.GoBytes(packet, length)
	do(func() { current.arrive(octets) })
}

//export tcpspec_leaving
func tcpspec_leaving(into unsafe.Pointer, most C.int) C.int {
	return C.int(copy(unsafe.Slice((*byte)(into), most), current.leaving()))
}

//export tcpspec_now
func tcpspec_now() C.int64_t { return C.int64_t(current.clock.nanos() - start) }

//export tcpspec_pass_to
func tcpspec_pass_to(now C.int64_t) {
	to := int64(now) + start
	if current.clock.isDue(to) {
		do(func() { current.passTo(to) })
	}
	current.clock.passTo(to)
}

//export tcpspec_pass_to_next
func tcpspec_pass_to_next(deadline C.int64_t) {
	to := int64(deadline) + start
	if current.clock.isDue(to) {
		do(func() {
			current.clock.runNext(to)
			current.settle()
		})
	} else {
		current.clock.passTo(to)
	}
}

//export tcpspec_listen
func tcpspec_listen(address *C.char, port, six, backlog C.int) C.int {
	return number(current.listen(full(address, port), version(six), int(backlog)))
}

//export tcpspec_accept
func tcpspec_accept(listener C.int) C.int {
	return number(current.accept(current.sockets[int(listener)]))
}

//export tcpspec_ready
func tcpspec_ready() C.int { return C.int(current.ready()) }

//export tcpspec_socket
func tcpspec_socket(address *C.char, port, six C.int) C.int {
	return number(current.socketFor(full(address, port), version(six)))
}

//export tcpspec_connect
func tcpspec_connect(handle C.int, address *C.char, port C.int) C.int {
	return settled(func() C.int { return outcome(current.sockets[int(handle)].connect(full(address, port))) })
}

//export tcpspec_send
func tcpspec_send(handle C.int, text unsafe.Pointer, length C.int) C.int {
	octets := C.GoBytes(text, length)
	return settled(func() C.int {
		taken, err := current.sockets[int(handle)].send(octets)
		return number(int(taken), err)
	})
}

//export tcpspec_receive
func tcpspec_receive(handle C.int, into unsafe.Pointer, most C.int) C.int {
	s := current.sockets[int(handle)]
	if s.unread() == 0 {
		_, err := s.receive(int(most))
		return number(0, err)
	}
	return settled(func() C.int {
		text, err := s.receive(int(most))
		return number(copy(unsafe.Slice((*byte)(into), most), text), err)
	})
}

//export tcpspec_unread
func tcpspec_unread(handle C.int) C.int { return C.int(current.sockets[int(handle)].unread()) }

//export tcpspec_shutdown
func tcpspec_shutdown(handle C.int) C.int {
	return settled(func() C.int { return outcome(current.sockets[int(handle)].Shutdown(tcpip.ShutdownWrite)) })
}

//export tcpspec_close_socket
func tcpspec_close_socket(handle C.int) {
	settled(func() C.int {
		current.sockets[int(handle)].Close()
		delete(current.sockets, int(handle))
		return 0
	})
}

//export tcpspec_choose
func tcpspec_choose(handle, option C.int, value C.int64_t) C.int {
	return settled(func() C.int { return outcome(current.sockets[int(handle)].choose(int(option), int64(value))) })
}

//export tcpspec_state
func tcpspec_state(handle C.int) *C.char {
	return kept(tcp.EndpointState(current.sockets[int(handle)].State()).String())
}

//export tcpspec_status
func tcpspec_status(local *C.char, localPort C.int, remote *C.char, remotePort C.int) *C.char {
	here, there := full(local, localPort), full(remote, remotePort)
	return kept(current.state(stack.TransportEndpointID{
		LocalAddress: here.Addr, LocalPort: here.Port, RemoteAddress: there.Addr, RemotePort: there.Port,
	}).String())
}

//export tcpspec_ends
func tcpspec_ends(handle C.int, into unsafe.Pointer, most C.int) C.int {
	ends, err := current.sockets[int(handle)].ends()
	return number(copy(unsafe.Slice((*byte)(into), most), ends), err)
}

//export tcpspec_last_error
func tcpspec_last_error(handle C.int) C.int { return outcome(current.sockets[int(handle)].LastError()) }

//export tcpspec_report
func tcpspec_report(handle C.int) C.int { return outcome(current.sockets[int(handle)].report()) }
