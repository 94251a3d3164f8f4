package main

import (
	"bytes"
	"fmt"
	"net"
	"strings"
	"time"

	"gvisor.dev/gvisor/pkg/tcpip"
	"gvisor.dev/gvisor/pkg/tcpip/network/ipv4"
	"gvisor.dev/gvisor/pkg/tcpip/transport/tcp"
	"gvisor.dev/gvisor/pkg/waiter"
)

// socket is an endpoint as a program holds it.
type socket struct {
	tcpip.Endpoint
	protocol tcpip.NetworkProtocolNumber
}

// events are those that a program polls for.
const events = waiter.ReadableEvents | waiter.WritableEvents | waiter.EventErr | waiter.EventHUp

// What can be chosen for a socket; the numbers are GvisorLibrary's.
const (
	nagle = iota
	timeToLive
	trafficClass
	errorReports
	userTimeout
	keepAlive
	keepAliveInterval
	lingerZero
)

// known gives a socket its number. It has news at once, since something may have happened to it before it was known.
func (t *tested) known(ep tcpip.Endpoint, queue *waiter.Queue, protocol tcpip.NetworkProtocolNumber) int {
	t.last++
	number := t.last
	t.sockets[number] = &socket{ep, protocol}
	happened := waiter.NewFunctionEntry(events, func(waiter.EventMask) { t.happened(number) })
	queue.EventRegister(&happened)
	t.happened(number)
	return number
}

func (t *tested) happened(number int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.news = append(t.news, number)
}

// ready is the next socket that something has happened to, or 0.
func (t *tested) ready() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	for len(t.news) > 0 {
		number := t.news[0]
		t.news = t.news[1:]
		if _, open := t.sockets[number]; open {
			return number
		}
	}
	return 0
}

func (t *tested) socket(local tcpip.FullAddress, protocol tcpip.NetworkProtocolNumber) (tcpip.Endpoint, *waiter.Queue, tcpip.Error) {
	queue := &waiter.Queue{}
	ep, err := t.stack.NewEndpoint(tcp.ProtocolNumber, protocol, queue)
	if err != nil {
		return nil, nil, err
	}
	// As programs do that want a port of their choice: an old connection in TIME-WAIT does not keep it from them.
	ep.SocketOptions().SetReuseAddress(local.Port != 0)
	// An address without a port is bound only where the route would choose another: Bind would choose a port for all
	// destinations, which a program that has many of them avoids.
	if local.Port != 0 || local.Addr == t.second[protocol] {
		if err := ep.Bind(local); err != nil {
			ep.Close()
			return nil, nil, err
		}
	}
	return ep, queue, nil
}

func (t *tested) listen(local tcpip.FullAddress, protocol tcpip.NetworkProtocolNumber, backlog int) (int, tcpip.Error) {
	ep, queue, err := t.socket(local, protocol)
	if err != nil {
		return 0, err
	}
	// The sentry adds one, "to keep in parity with Linux" (pkg/sentry/syscalls/linux/sys_socket.go).
	if err := ep.Listen(backlog + 1); err != nil {
		ep.Close()
		return 0, err
	}
	return t.known(ep, queue, protocol), nil
}

// accept is the next connection that a listener has completed, or 0.
func (t *tested) accept(listener *socket) (int, tcpip.Error) {
	ep, queue, err := listener.Accept(nil)
	switch err.(type) {
	case nil:
		return t.known(ep, queue, listener.protocol), nil
	case *tcpip.ErrWouldBlock:
		return 0, nil
	default:
		return 0, err
	}
}

// socketFor is bound to local; what it is to connect to is told later, so that options can be chosen before.
func (t *tested) socketFor(local tcpip.FullAddress, protocol tcpip.NetworkProtocolNumber) (int, tcpip.Error) {
	ep, queue, err := t.socket(local, protocol)
	if err != nil {
		return 0, err
	}
	return t.known(ep, queue, protocol), nil
}

func (s *socket) connect(remote tcpip.FullAddress) tcpip.Error {
	err := s.Connect(remote)
	if _, started := err.(*tcpip.ErrConnectStarted); started {
		return nil
	}
	return err
}

func (s *socket) send(text []byte) (int64, tcpip.Error) {
	return s.Write(bytes.NewReader(text), tcpip.WriteOptions{})
}

func (s *socket) receive(most int) ([]byte, tcpip.Error) {
	var text bytes.Buffer
	result, err := s.Read(&tcpip.LimitedWriter{W: &text, N: int64(most)}, tcpip.ReadOptions{})
	if err != nil {
		return nil, err
	}
	// A program that moderates its buffer tells so, as the sentry does after each read.
	s.ModerateRecvBuf(result.Count)
	return text.Bytes(), nil
}

// unread is how many octets a RECEIVE would find.
func (s *socket) unread() int {
	n, err := s.GetSockOptInt(tcpip.ReceiveQueueSizeOption)
	if err != nil {
		return 0
	}
	return n
}

// report is the next error that did not end the connection, or nil.
func (s *socket) report() tcpip.Error {
	if e := s.SocketOptions().DequeueErr(); e != nil {
		return e.Err
	}
	return nil
}

func (s *socket) choose(option int, value int64) tcpip.Error {
	four := s.protocol == ipv4.ProtocolNumber
	pick := func(v4, v6 tcpip.SockOptInt) tcpip.SockOptInt {
		if four {
			return v4
		}
		return v6
	}
	switch option {
	case nagle:
		s.SocketOptions().SetDelayOption(value != 0)
	case timeToLive:
		return s.SetSockOptInt(pick(tcpip.IPv4TTLOption, tcpip.IPv6HopLimitOption), int(value))
	case trafficClass:
		return s.SetSockOptInt(pick(tcpip.IPv4TOSOption, tcpip.IPv6TrafficClassOption), int(value))
	case errorReports:
		s.SocketOptions().SetIPv4RecvError(value != 0)
		s.SocketOptions().SetIPv6RecvError(value != 0)
	case userTimeout:
		v := tcpip.TCPUserTimeoutOption(time.Duration(value) * time.Millisecond)
		return s.SetSockOpt(&v)
	case keepAlive:
		s.SocketOptions().SetKeepAlive(value != 0)
	case keepAliveInterval:
		between := tcpip.KeepaliveIntervalOption(time.Duration(value) * time.Millisecond)
		if err := s.SetSockOpt(&between); err != nil {
			return err
		}
		idle := tcpip.KeepaliveIdleOption(time.Duration(value) * time.Millisecond)
		return s.SetSockOpt(&idle)
	case lingerZero:
		s.SocketOptions().SetLinger(tcpip.LingerOption{Enabled: true})
	}
	return nil
}

// ends is "local address, port, remote address, port".
func (s *socket) ends() (string, tcpip.Error) {
	local, err := s.GetLocalAddress()
	if err != nil {
		return "", err
	}
	remote, err := s.GetRemoteAddress()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %d %s %d", net.IP(local.Addr), local.Port, net.IP(remote.Addr), remote.Port), nil
}

// name is the error's type, without its package: what a program decides by.
func name(err tcpip.Error) string {
	return strings.TrimPrefix(fmt.Sprintf("%T", err), "*tcpip.")
}
